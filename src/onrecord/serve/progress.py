"""How far a run has come, on the terminal, while it runs."""

import sys
import time

__all__ = ["Progress", "Rate"]

_CLEAR_LINE = "\r\x1b[K"
_WIDTH = 30


class Progress:
    """One line on standard error, told only where a person watches several files."""

    def __init__(self, total: int) -> None:
        """Prepare for this many files."""
        self._total = total
        self._is_watched = total > 1 and sys.stderr.isatty()

    def show(self, number: int, name: str) -> None:
        """Say which file is being read."""
        if self._is_watched:
            line = f"{_CLEAR_LINE}reading {number} of {self._total}: {name[-60:]}"
            print(line, end="", file=sys.stderr, flush=True)

    def clear(self) -> None:
        """Wipe the line, so that what is printed next begins on an empty one."""
        if self._is_watched:
            print(_CLEAR_LINE, end="", file=sys.stderr, flush=True)


class Rate:
    """A bar with articles a second and the time left, where a person watches several."""

    def __init__(self, total: int | None) -> None:
        """Prepare for about this many articles; None where nobody knows."""
        self._total = total
        self._done = 0
        self._started = time.monotonic()
        self._is_watched = total != 1 and sys.stderr.isatty()

    def step(self) -> None:
        """Say that one more is done."""
        self._done += 1
        if self._is_watched:
            print(_CLEAR_LINE + self._line(), end="", file=sys.stderr, flush=True)

    def clear(self) -> None:
        """Wipe the bar."""
        if self._is_watched:
            print(_CLEAR_LINE, end="", file=sys.stderr, flush=True)

    def _line(self) -> str:
        rate = self._done / max(time.monotonic() - self._started, 1e-9)
        if self._total is None or self._done > self._total:
            return f"{self._done} articles, {rate:.1f} articles/s"
        filled = round(_WIDTH * min(self._done / self._total, 1))
        bar = "█" * filled + "░" * (_WIDTH - filled)
        left_s = max(self._total - self._done, 0) / rate
        return f"{bar} {self._done} of {self._total}, {rate:.1f} articles/s, {left_s:.0f} s left"
