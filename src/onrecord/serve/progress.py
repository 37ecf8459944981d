"""How far a run has come, on the terminal, while it runs."""

import sys

__all__ = ["Progress"]

_CLEAR_LINE = "\r\x1b[K"


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
