"""The small learned weights that ship beside the network, in the package that uses them."""

import io
import json
import zipfile
from collections.abc import Callable, Mapping
from importlib.resources import files
from typing import Any, TypeVar

import numpy as np

from onrecord.errors import WeightsError

__all__ = ["read_arrays", "read_card"]

_Made = TypeVar("_Made")


def read_card(package: str, name: str, make: Callable[[Any], _Made]) -> _Made:
    """Return what a shipped card holds.

    Args:
        package: Where it lies.
        name: Of the file.
        make: Makes it of what the JSON says.

    Raises:
        WeightsError: If it is missing, broken, or made for another version.
    """
    return _read(package, name, lambda held: make(json.loads(held.decode())))


def read_arrays(
    package: str, name: str, make: Callable[[Mapping[str, np.ndarray]], _Made]
) -> _Made:
    """Return what a shipped file of arrays holds.

    Args:
        package: Where it lies.
        name: Of the file.
        make: Makes it of the arrays by name.

    Raises:
        WeightsError: If it is missing, broken, or made for another version.
    """

    def made(held: bytes) -> _Made:
        with np.load(io.BytesIO(held), allow_pickle=False) as arrays:
            return make(dict(arrays))

    return _read(package, name, made)


def _read(package: str, name: str, made: Callable[[bytes], _Made]) -> _Made:
    try:
        return made((files(package) / name).read_bytes())
    except (
        *(OSError, EOFError, ValueError, KeyError, TypeError, AttributeError),
        zipfile.BadZipFile,
    ) as error:
        raise WeightsError(f"cannot read {name}: {error}; install onrecord anew") from error
