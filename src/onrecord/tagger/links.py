"""Which content belongs to which cue, and which source a cue has: the pair scores.

The network gives each input six short vectors. A content and a cue fit as far
as the content's vectors and the cue's point the same way, and so do a cue and
its source (bilinear attachment; Dozat and Manning 2017, without the hidden
layer). What lies between the two spans counts too, as a learned number for
each kind of place.
"""

import numpy as np

# First and last input of the one that asks, first and last of the one asked:
# for contents asking for their cue, then for cues asking for their source.
VECTORS = 6
VECTOR_SIZE = 64
# The asked-for one is before or after; in the same paragraph, the next, or
# farther; with none, one, two or more cues between.
PLACES = 2 * 3 * 4


def pair_vectors(
    vectors: np.ndarray, asking: np.ndarray, asked: np.ndarray, relation: int
) -> np.ndarray:
    """Return how well each asking span fits each one asked, by its vectors.

    Args:
        vectors: The network's, for each input. Shape ``(inputs, 6, size)``:
            content's first and last, cue's for contents, cue's for sources,
            source's first and last.
        asking: First and last input of the spans that ask. Shape ``(n, 2)``.
        asked: The same of those asked for. Shape ``(m, 2)``.
        relation: 0 for contents asking for cues, 1 for cues asking for sources.

    Returns:
        Shape ``(n, m)``.
    """
    size = vectors.shape[2]
    if relation == 0:
        left = vectors[asking[:, 0], 0] + vectors[asking[:, 1], 1]
        right = vectors[asked[:, 0], 2]
    else:
        left = vectors[asking[:, 0], 3]
        right = vectors[asked[:, 0], 4] + vectors[asked[:, 1], 5]
    return np.asarray(left @ right.T / np.sqrt(size))


def places_between(
    asking: np.ndarray, asked: np.ndarray, breaks: np.ndarray, cues: np.ndarray
) -> np.ndarray:
    """Return the kind of place in which each one asked lies, seen from the one that asks.

    Args:
        asking: First and last input of each asking span. Shape ``(n, 2)``.
        asked: The same of each span asked for. Shape ``(m, 2)``.
        breaks: Inputs that are paragraph breaks, in order.
        cues: First inputs of all cues, in order.

    Returns:
        Numbers under ``PLACES``. Shape ``(n, m)``, int64.
    """
    start = np.minimum(asking[:, None, 1], asked[None, :, 1])
    end = np.maximum(asking[:, None, 0], asked[None, :, 0])
    crossed = np.searchsorted(breaks, end) - np.searchsorted(breaks, start)
    passed = np.searchsorted(cues, end) - np.searchsorted(cues, start, side="right")
    is_after = asked[None, :, 0] > asking[:, None, 0]
    place = np.clip(crossed, 0, 2) * 4 + np.clip(passed, 0, 3)
    return np.asarray(is_after * (PLACES // 2) + place)
