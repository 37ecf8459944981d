"""The nouns that all rooms share: frozen values, standard library only."""

from onrecord.types.failure import Failure, Stage
from onrecord.types.ids import article_id, statement_id
from onrecord.types.origin import MadeBy
from onrecord.types.statement import Act, Attitude, Kind, Statement
from onrecord.types.text import Article, Span

__all__ = [
    "Act",
    "Article",
    "Attitude",
    "Failure",
    "Kind",
    "MadeBy",
    "Span",
    "Stage",
    "Statement",
    "article_id",
    "statement_id",
]
