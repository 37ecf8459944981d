"""Probabilities made shares of what is right."""

import numpy as np

from onrecord.tagger import Calibration


def fit_line(odds: np.ndarray, is_right: np.ndarray) -> Calibration:
    """Return the line that makes log-odds likeliest (Newton's method, Platt 1999).

    Args:
        odds: Log-odds of each statement. Shape ``(statements,)``.
        is_right: Whether it was. Same shape, bool.
    """
    inputs = np.stack([odds, np.ones_like(odds)], axis=1)
    # From a steep beginning the first steps may lead away for good.
    line = np.zeros(2)
    for _ in range(50):
        chance = 1 / (1 + np.exp(-inputs @ line))
        slope = inputs.T @ (is_right - chance) - 1e-3 * line
        bend = (inputs * (chance * (1 - chance))[:, None]).T @ inputs + 1e-3 * np.eye(2)
        line = line + np.linalg.solve(bend, slope)
    return Calibration(slope=round(float(line[0]), 4), offset=round(float(line[1]), 4))
