"""A stream that unpacks, watched: what grows out of all measure is cut off."""

import io
from collections.abc import Callable
from typing import BinaryIO, cast

from onrecord.errors import LimitError
from onrecord.ingest.source import Limits, size

__all__ = ["Bounded", "Budget", "length"]

# Little files may be packed very small (a page of blank lines); they do no harm.
_HARMLESS_BYTES = 16 << 20


class Budget:
    """How many bytes one archive may still unpack to."""

    def __init__(self, limits: Limits, packed: Callable[[], int]) -> None:
        """Make the budget of an archive.

        Args:
            limits: What is allowed.
            packed: Tells how many bytes of the archive have been taken.
        """
        self._limits = limits
        self._packed = packed
        self._unpacked = 0

    def spend(self, count: int) -> None:
        """Count bytes that were unpacked.

        Raises:
            LimitError: If there are too many.
        """
        self._unpacked += count
        if self._unpacked > self._limits.unpacked_bytes:
            raise LimitError(f"unpacks to more than {size(self._limits.unpacked_bytes)}")
        most = max(_HARMLESS_BYTES, self._limits.ratio * self._packed())
        if self._unpacked > most:
            raise LimitError(
                f"unpacks to more than {self._limits.ratio} times its size: "
                "it may be made to fill the memory"
            )


class Bounded(io.RawIOBase):
    """A member's bytes, each counted; it cannot go back, so that nothing is unpacked twice."""

    def __init__(self, stream: BinaryIO, budget: Budget) -> None:
        """Make a stream of another.

        Args:
            stream: What unpacks.
            budget: What it is counted against.
        """
        self._stream = stream
        self._budget = budget

    def readable(self) -> bool:
        """Say that it can be read."""
        return True

    def readinto(self, buffer: object) -> int:
        """Fill a buffer and return how many bytes came."""
        view = memoryview(cast("bytearray", buffer))
        block = self._stream.read(len(view))
        self._budget.spend(len(block))
        view[: len(block)] = block
        return len(block)

    @classmethod
    def buffered(cls, stream: BinaryIO, budget: Budget) -> BinaryIO:
        """Return such a stream for reading in small pieces."""
        return io.BufferedReader(cls(stream, budget), 1 << 16)


def length(stream: BinaryIO) -> int:
    """Return how many bytes a stream that can go back has."""
    place = stream.tell()
    end = stream.seek(0, io.SEEK_END)
    stream.seek(place)
    return end
