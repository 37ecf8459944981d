"""What made a finding: which program, with which weights."""

from dataclasses import dataclass

__all__ = ["MadeBy"]


@dataclass(frozen=True, slots=True, kw_only=True)
class MadeBy:
    """The maker of a finding, so that findings of two versions can be told apart.

    >>> MadeBy(onrecord="0.1.0", weights="reader-1").weights
    'reader-1'

    Attributes:
        onrecord: Version of this package.
        weights: Name of the weights, as their card gives it.
    """

    onrecord: str
    weights: str
