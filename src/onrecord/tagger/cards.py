"""The small learned weights that ship beside the network: JSON in the package that uses them."""

import json
from collections.abc import Callable
from importlib.resources import files
from typing import Any, TypeVar

from onrecord.errors import WeightsError

__all__ = ["read_card"]

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
    try:
        return make(json.loads((files(package) / name).read_text(encoding="utf-8")))
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise WeightsError(f"cannot read {name}: {error}; install onrecord anew") from error
