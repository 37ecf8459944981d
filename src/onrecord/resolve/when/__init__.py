"""When each statement was said, and what times a text names."""

from onrecord.resolve.when.clue import Expression
from onrecord.resolve.when.expressions import expressions
from onrecord.resolve.when.said import said_at

__all__ = ["Expression", "expressions", "said_at"]
