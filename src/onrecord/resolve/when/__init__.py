"""When each statement was said, and what times a text names."""

from onrecord.resolve.when.carry import carried
from onrecord.resolve.when.clue import Expression
from onrecord.resolve.when.expressions import expressions
from onrecord.resolve.when.said import or_published, times_of
from onrecord.resolve.when.times import Times

__all__ = [
    "Expression",
    "Times",
    "carried",
    "expressions",
    "or_published",
    "times_of",
]
