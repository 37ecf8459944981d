"""What the network has made of each piece of a text, in few numbers."""

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np

from onrecord.types import Span

__all__ = ["States"]


def _no_places() -> np.ndarray:
    return np.zeros(0, dtype=np.int64)


def _no_numbers() -> np.ndarray:
    return np.zeros((0, 0), dtype=np.float16)


@dataclass(frozen=True, slots=True, kw_only=True)
class States:
    """The states of the network's last layer and its branch, projected to fewer numbers.

    Attributes:
        starts: Where each piece starts in the text. Shape ``(pieces,)``, int64.
        ends: Where it ends.
        numbers: Shape ``(pieces, numbers)``, float16: a book's fit in memory, too.
    """

    starts: np.ndarray = field(default_factory=_no_places)
    ends: np.ndarray = field(default_factory=_no_places)
    numbers: np.ndarray = field(default_factory=_no_numbers)

    def mean(self, spans: Sequence[Span], *, around: int = 0) -> np.ndarray:
        """Return the mean over the pieces of some spans; zeros where there are none.

        Args:
            spans: In the text.
            around: So many pieces before and after each are looked at, too.

        Returns:
            Shape ``(numbers,)``, float32.
        """
        total = np.zeros(self.numbers.shape[1], dtype=np.float32)
        pieces = 0
        for first, last in self.ranges(spans, around=around):
            some = self.numbers[first:last]
            total += some.sum(axis=0, dtype=np.float32)
            pieces += len(some)
        return total / pieces if pieces else total

    def ranges(self, spans: Sequence[Span], *, around: int = 0) -> list[tuple[int, int]]:
        """Return the pieces of some spans, from one up to another, at least one each.

        Args:
            spans: In the text.
            around: So many pieces before and after each.
        """
        found = []
        for span in spans:
            first = int(self.ends.searchsorted(span.start, side="right"))
            last = max(int(self.starts.searchsorted(span.end, side="left")), first + 1)
            found.append((max(0, first - around), min(len(self.starts), last + around)))
        return found
