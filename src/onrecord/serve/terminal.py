"""What the standard output can show."""

import os
import sys
from typing import TextIO

__all__ = ["is_colored", "speak_utf8"]


def is_colored(color: str, out: TextIO | None = None) -> bool:
    """Say whether to use colours, where ``auto`` asks the terminal that ``out`` is."""
    if color != "auto":
        return color == "always"
    is_refused = os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb"
    return (out or sys.stdout).isatty() and not is_refused


def speak_utf8() -> None:
    """Print UTF-8 and plain newlines whatever the locale: offsets and quotes must survive."""
    for stream in (sys.stdout, sys.stderr):
        # Captured output, as in tests, may be no stream of bytes.
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")
