"""The shapes of answers, as data and as JSON schemas: the API's and the MCP server's."""

from onrecord.serve.shapes.answer import (
    AddedShape,
    ArticleAnswer,
    CorrectionList,
    CorrectionShape,
    CountShape,
    JudgementList,
    JudgementShape,
    SearchPage,
    SpeakerList,
    SpeakerShape,
    StatementAnswer,
    StatsShape,
    SubjectShape,
    TimelineAnswer,
)
from onrecord.serve.shapes.statement import StatementShape

__all__ = [
    "AddedShape",
    "ArticleAnswer",
    "CorrectionList",
    "CorrectionShape",
    "CountShape",
    "JudgementList",
    "JudgementShape",
    "SearchPage",
    "SpeakerList",
    "SpeakerShape",
    "StatementAnswer",
    "StatementShape",
    "StatsShape",
    "SubjectShape",
    "TimelineAnswer",
]
