"""What can be changed over HTTP, by whoever has an editor's token."""

import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from http import HTTPStatus
from typing import Annotated, Any, TypedDict

from fastapi import APIRouter, Path, Request, Response
from pydantic import BaseModel, ConfigDict
from pydantic import Field as Value

from onrecord.archive import Archive
from onrecord.errors import CorrectionError, TextError
from onrecord.ingest import Facts, parse_published, read_bytes
from onrecord.serve import shapes
from onrecord.serve.api.identity import name_of
from onrecord.serve.api.reading import Id
from onrecord.types import Failure, Field, Outcome, Span
from onrecord.types.reads import Reads

__all__ = ["Writing"]

_Line = Annotated[str, Value(max_length=2_000, pattern=r"^[^\x00]*$")]
_Name = Annotated[str, Value(min_length=1, max_length=500, pattern=r"^[^\x00]*\S[^\x00]*$")]
_Offset = Annotated[int, Value(ge=0, le=2**31 - 1)]
_Place = Annotated[list[_Offset], Value(min_length=2, max_length=2)]
_MOST_PIECES = 200
_Number = Annotated[int, Path(ge=1, le=2**63 - 1)]


_KNOWN: dict[int | str, dict[str, Any]] = {
    200: {"model": shapes.AddedShape, "description": "On record already"}
}


class _Places(TypedDict):
    content: list[Span]
    source: list[Span]
    cue: list[Span]


class Noted(BaseModel):
    """Why something is done."""

    model_config = ConfigDict(extra="forbid", use_attribute_docstrings=True)

    note: _Line | None = None


class Corrected(Noted):
    """What is right."""

    field: Field
    value: _Line | None
    """In words; null where there is none."""


class Placed(Noted):
    """Where a statement stands in its article's text."""

    content: Annotated[list[_Place], Value(min_length=1, max_length=_MOST_PIECES)]
    """What was said, each piece as start and end in code points, in order."""
    source: Annotated[list[_Place], Value(max_length=_MOST_PIECES)] = []
    """Who said it."""
    cue: Annotated[list[_Place], Value(max_length=_MOST_PIECES)] = []
    """What signals it."""

    def places(self) -> _Places:
        """Return the places.

        Raises:
            SpanError: If one ends before it begins.
        """
        return {
            "content": [Span(*one) for one in self.content],
            "source": [Span(*one) for one in self.source],
            "cue": [Span(*one) for one in self.cue],
        }


class Stated(Placed):
    """A statement that the reader missed."""

    values: dict[Field, _Line | None] = {}
    """What else is known of it, in words, by field: `{"speaker": "Ann Lee"}`."""


class Judged(BaseModel):
    """Two names, and whether they are one speaker's."""

    model_config = ConfigDict(extra="forbid", use_attribute_docstrings=True)

    left: _Name
    right: _Name
    is_same: bool


class Brought(BaseModel):
    """An article to read."""

    model_config = ConfigDict(extra="forbid", use_attribute_docstrings=True)

    text: Annotated[str, Value(min_length=1)]
    """As published; a header of `Key: value` lines may stand first."""
    uri: _Line = "api"
    title: _Line | None = None
    published: _Line | None = None
    """Such as 2025-03-03, or with a time and an offset."""
    outlet: _Line | None = None
    url: _Line | None = None

    def facts(self) -> Facts:
        """Return what is told around the text.

        Raises:
            MetadataError: If the date is none.
        """
        return Facts(
            title=self.title,
            published=parse_published(self.published) if self.published else None,
            outlet=self.outlet,
            url=self.url,
        )


@dataclass(slots=True)
class Writing:
    """Changes a record.

    Attributes:
        archive: The record.
        load: Makes the reader of new articles, when the first one comes.
    """

    archive: Archive
    load: Callable[[], Reads]
    _reader: Reads | None = None
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def add_to(self, router: APIRouter) -> None:
        """Add all addresses that can be written to."""
        router.post("/statements/{statement}/corrections", status_code=201)(self.correct)
        router.post("/statements/{statement}/rejection", status_code=201)(self.reject)
        router.post("/statements/{statement}/confirmation", status_code=201)(self.confirm)
        router.post("/statements/{statement}/places", status_code=201)(self.move)
        router.post("/articles/{article}/statements", status_code=201)(self.state)
        router.post("/judgements", status_code=201)(self.judge)
        router.post("/corrections/{number}/undo", status_code=201)(self.undo)
        router.post("/articles", status_code=201, responses=_KNOWN)(self.add)

    def correct(self, request: Request, statement: Id, given: Corrected) -> shapes.CorrectionShape:
        """Set a field of a statement, beside what the reader found."""
        by, value = name_of(request), given.value or None
        made = self.archive.correct(statement, given.field, value, by=by, note=given.note)
        return shapes.CorrectionShape.of(made)

    def reject(self, request: Request, statement: Id, given: Noted) -> shapes.CorrectionShape:
        """Say that something is no statement; it stays on record and is found no more."""
        made = self.archive.reject(statement, by=name_of(request), note=given.note)
        return shapes.CorrectionShape.of(made)

    def confirm(self, request: Request, statement: Id, given: Noted) -> shapes.CorrectionShape:
        """Say that somebody looked at a statement and all of it is right as it stands."""
        made = self.archive.confirm(statement, by=name_of(request), note=given.note)
        return shapes.CorrectionShape.of(made)

    def move(self, request: Request, statement: Id, given: Placed) -> shapes.CorrectionShape:
        """Correct places: a new statement has them and all values, the old one is rejected."""
        by, places = name_of(request), given.places()
        made = self.archive.move(statement, **places, by=by, note=given.note)
        return shapes.CorrectionShape.of(made)

    def state(self, request: Request, article: Id, given: Stated) -> shapes.CorrectionShape:
        """Put on record a statement that the reader missed; the answer names it."""
        by, places = name_of(request), given.places()
        made = self.archive.add_by_hand(
            article, **places, by=by, note=given.note, values=given.values
        )
        return shapes.CorrectionShape.of(made)

    def judge(self, request: Request, given: Judged) -> shapes.JudgementShape:
        """Say that two names are one speaker's, or (again) two; the last word counts."""
        if given.left == given.right:
            raise CorrectionError(f"{given.left!r} twice: wanted two different names")
        by = name_of(request)
        made = self.archive.judge(given.left, given.right, is_same=given.is_same, by=by)
        return shapes.JudgementShape.of(made)

    def undo(self, request: Request, number: _Number, given: Noted) -> shapes.CorrectionShape:
        """Take a correction back, or an undo; both stay on record."""
        made = self.archive.undo(number, by=name_of(request), note=given.note)
        return shapes.CorrectionShape.of(made)

    def add(self, request: Request, response: Response, given: Brought) -> shapes.AddedShape:
        """Read an article and put it on record; 200 where it was there already."""
        added = self._add(given)
        if added.outcome is Outcome.UNCHANGED:
            response.status_code = HTTPStatus.OK
        response.headers["Location"] = f"{request.url.path}/{added.article}"
        return added

    def _add(self, given: Brought) -> shapes.AddedShape:
        article = read_bytes(given.text.encode(), uri=given.uri, given=given.facts())
        if isinstance(article, Failure):
            raise TextError(article.reason)
        (added,) = self.archive.add([article], self._loaded())
        if added.outcome is Outcome.FAILED:
            raise TextError(added.reason or "cannot be read")
        return shapes.AddedShape.of(added)

    def _loaded(self) -> Reads:
        with self._lock:
            self._reader = self._reader or self.load()
            return self._reader
