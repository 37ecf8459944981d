"""Where the output goes: the standard output, or a file that was not there before."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

from onrecord.errors import OutputError

__all__ = ["destination"]


@contextmanager
def destination(path: Path | None) -> Iterator[TextIO]:
    """Give the standard output, or a new file that is there whole or not at all.

    Args:
        path: The file; None for the standard output.

    Raises:
        OutputError: If the file is there already, or cannot be made.
    """
    if path is None:
        yield sys.stdout
        return
    with _new_file(path) as out:
        try:
            yield out
        except BaseException:
            # Half a file looks like a whole one.
            path.unlink(missing_ok=True)
            raise


def _new_file(path: Path) -> TextIO:
    try:
        return path.open("x", encoding="utf-8", errors="backslashreplace", newline="\n")
    except FileExistsError as error:
        raise OutputError(f"{path}: is there already: move it or give another --output") from error
    except OSError as error:
        raise OutputError(f"{path}: cannot be written: {error.strerror}") from error
