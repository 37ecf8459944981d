"""Who a statement's source is in its article: name, type, title, standing."""

from onrecord.resolve.who.known import People, read_people
from onrecord.resolve.who.scorer import Scorer, load_scorer
from onrecord.resolve.who.speakers import with_speakers

__all__ = ["People", "Scorer", "load_scorer", "read_people", "with_speakers"]
