"""The only file that knows the inference engine (ONNX Runtime)."""

import json
from dataclasses import dataclass
from importlib.resources import as_file, files
from pathlib import Path

import numpy as np
import onnxruntime

from onrecord.errors import WeightsError
from onrecord.tagger.tagging import Calibration

_OUTPUTS = ("scores", "vectors", "details", "states")
_FILES = ("model.onnx", "tokenizer.json", "card.json")


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """What the decoder needs to know of the weights.

    Attributes:
        name: The weights' version, kept with every finding.
        moves: Score of each move from label to label. Shape
            ``(labels + 1, labels)``, the last row for the first word.
        link_places: Score of each kind of place for both kinds of link.
            Shape ``(2, places)``.
        link_none: Score of there being none. Shape ``(2,)``.
        reference_places: Score of each kind of place between a phrase and
            what it refers to. Shape ``(places,)``.
        calibration: From products of probabilities to confidence.
        telling: Words that are more often a cue than not.
    """

    name: str
    moves: np.ndarray
    link_places: np.ndarray
    link_none: np.ndarray
    reference_places: np.ndarray
    calibration: Calibration
    telling: tuple[str, ...]


class Engine:
    """The loaded network; ``run`` may be called from several threads."""

    def __init__(self, session: onnxruntime.InferenceSession) -> None:
        """Keep a session."""
        self._session = session

    def run(self, ids: np.ndarray, traits: np.ndarray) -> tuple[np.ndarray, ...]:
        """Return tag scores, link vectors, details and states of one window.

        Args:
            ids: Vocabulary entries. Shape ``(inputs,)``, int64.
            traits: Case and quotation. Shape ``(inputs,)``, int64.

        Returns:
            Scores ``(inputs, labels)``, vectors ``(inputs, numbers)``,
            details ``(inputs, WIDTH)``, as `onrecord.tagger.details` lays them
            out, and states ``(inputs, numbers)``, float32.
        """
        feed = {"ids": ids[None], "traits": traits[None]}
        outputs = self._session.run(_OUTPUTS, feed)
        return tuple(output[0] for output in outputs)


def load_engine(folder: Path, *, threads: int) -> Engine:
    """Return the network of a weights folder, ready to run.

    Raises:
        WeightsError: If the file is missing or not what it should be.
    """
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    options.inter_op_num_threads = 1
    # Threads that spin while they wait slow down whatever else the machine does.
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    # The article's length changes with each run: a plan of memory for each would pile up.
    options.enable_mem_pattern = False
    options.log_severity_level = 3
    path = folder / "model.onnx"
    try:
        session = onnxruntime.InferenceSession(
            str(path), options, providers=["CPUExecutionProvider"]
        )
    except Exception as error:  # the engine raises classes of its own, without a common base
        raise WeightsError(f"cannot load {path}: {error}; install onrecord anew") from error
    missing = set(_OUTPUTS) - {output.name for output in session.get_outputs()}
    if missing:
        raise WeightsError(f"{path} lacks {', '.join(sorted(missing))}: made by an older version")
    return Engine(session)


def load_card(folder: Path) -> Card:
    """Return a weights folder's card.

    Raises:
        WeightsError: If it is missing or not what it should be.
    """
    path = folder / "card.json"
    try:
        card = json.loads(path.read_text(encoding="utf-8"))
        return Card(
            name=str(card["name"]),
            moves=np.array(card["moves"], dtype=np.float32),
            link_places=np.array(card["link_places"], dtype=np.float32),
            link_none=np.array(card["link_none"], dtype=np.float32),
            reference_places=np.array(card["reference_places"], dtype=np.float32),
            calibration=Calibration(**card["calibration"]),
            telling=tuple(map(str, card["telling"])),
        )
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise WeightsError(f"cannot read {path}: {error}; install onrecord anew") from error


def shipped_weights() -> Path:
    """Return the folder of the weights that ship with the package.

    Raises:
        WeightsError: If they are not there.
    """
    with as_file(files("onrecord.tagger") / "weights") as folder:
        missing = [name for name in _FILES if not (folder / name).is_file()]
        if missing:
            raise WeightsError(f"no {', '.join(missing)} in {folder}: install onrecord anew")
        return folder
