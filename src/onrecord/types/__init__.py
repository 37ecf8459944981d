"""The nouns that all rooms share: frozen values, standard library only."""

from onrecord.types.aside import Aside, AsideKind
from onrecord.types.channel import (
    Addressee,
    Channel,
    ChannelKind,
    Ground,
    How,
    Occasion,
    Place,
)
from onrecord.types.entry import Correction, Deed, Entry, Field, Judgement
from onrecord.types.failure import Failure, Stage
from onrecord.types.ids import article_id, statement_id
from onrecord.types.origin import MadeBy
from onrecord.types.plover import PLOVER_TYPES
from onrecord.types.revision import Added, Change, ChangeKind, Outcome
from onrecord.types.setting import Basis, Grain, SaidAt
from onrecord.types.speaker import Known, MentionKind, SourceType, Speaker
from onrecord.types.statement import Act, Attitude, Kind, Statement
from onrecord.types.text import Article, Span

__all__ = [
    "PLOVER_TYPES",
    "Act",
    "Added",
    "Addressee",
    "Article",
    "Aside",
    "AsideKind",
    "Attitude",
    "Basis",
    "Change",
    "ChangeKind",
    "Channel",
    "ChannelKind",
    "Correction",
    "Deed",
    "Entry",
    "Failure",
    "Field",
    "Grain",
    "Ground",
    "How",
    "Judgement",
    "Kind",
    "Known",
    "MadeBy",
    "MentionKind",
    "Occasion",
    "Outcome",
    "Place",
    "SaidAt",
    "SourceType",
    "Span",
    "Speaker",
    "Stage",
    "Statement",
    "article_id",
    "statement_id",
]
