"""Text to scored spans: the network that ships with the package."""

from onrecord.tagger.cards import read_arrays, read_card
from onrecord.tagger.codec import Role
from onrecord.tagger.details import About, NameKind, Pronoun, Referent
from onrecord.tagger.phrases import Phrases
from onrecord.tagger.states import States
from onrecord.tagger.tagger import Tagger, load
from onrecord.tagger.tagging import Calibration, Link, Mark, Name, Remark, Tagging

__all__ = [
    "About",
    "Calibration",
    "Link",
    "Mark",
    "Name",
    "NameKind",
    "Phrases",
    "Pronoun",
    "Referent",
    "Remark",
    "Role",
    "States",
    "Tagger",
    "Tagging",
    "load",
    "read_arrays",
    "read_card",
]
