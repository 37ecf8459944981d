"""What can be asked over HTTP; nothing here changes the record."""

from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Path, Query, Request
from fastapi.responses import JSONResponse

from onrecord.archive import Archive
from onrecord.ask import Question, Sort, SpeakerCount
from onrecord.errors import UnknownError
from onrecord.serve import shapes
from onrecord.serve.api.asked import Asked, JudgementsAsked, Listed, NamesAsked, PageAsked
from onrecord.serve.api.formats import FORMATS, Format, chosen, next_link, written
from onrecord.serve.api.problems import described

__all__ = ["Id", "Reading"]

Id = Annotated[str, Path(max_length=100, pattern=r"^[^\x00]*$")]
_Name = Annotated[str, Path(max_length=500, pattern=r"^[^\x00]*$")]


@dataclass(frozen=True, slots=True)
class Reading:
    """Answers questions to a record.

    Attributes:
        archive: The record.
    """

    archive: Archive

    def add_to(self, router: APIRouter) -> None:
        """Add all addresses that can be read."""
        router.get("/search", responses={**FORMATS, **described(406)})(self.search)
        router.get("/statements/{statement}", responses=described(404))(self.statement)
        router.get("/articles/{article}", responses=described(404))(self.article)
        router.get("/speakers", responses=described())(self.speakers)
        router.get("/speakers/{name:anything}", responses=described(404))(self.speaker)
        router.get("/stats", responses=described())(self.stats)
        router.get("/corrections", responses=described())(self.corrections)
        router.get("/judgements", responses=described())(self.judgements)

    def search(self, request: Request, asked: Annotated[Asked, Query()]) -> shapes.SearchPage:
        """Find statements: a page of them, and counts over all that fit."""
        form = chosen(request)
        page = self.archive.search(asked.question(), limit=asked.limit, after=asked.after)
        link = next_link(request, page.after)
        if form is not Format.JSON:
            response = written(page, form)
            response.headers.update(link)
            return response  # type: ignore[return-value]
        answer = shapes.SearchPage.of(page).model_dump(mode="json")
        return JSONResponse(answer, headers=link)  # type: ignore[return-value]

    def statement(self, statement: Id) -> shapes.StatementAnswer:
        """Show a statement, the passage around it, and what people corrected."""
        passage = self.archive.show(statement)
        return shapes.StatementAnswer.of(passage, self.archive.corrections(statement))

    def article(self, article: Id) -> shapes.ArticleAnswer:
        """Show an article, text included, with its statements."""
        found = self.archive.store.article(article)
        return shapes.ArticleAnswer.of(found, self.archive.store.entries_of(article))

    def speakers(self, asked: Annotated[NamesAsked, Query()]) -> shapes.SpeakerList:
        """List speakers, those with the most statements first."""
        found = self.archive.speakers(asked.name, limit=asked.limit)
        return shapes.SpeakerList(speakers=[shapes.SpeakerShape.of(one) for one in found])

    def speaker(self, name: _Name, asked: Annotated[PageAsked, Query()]) -> shapes.TimelineAnswer:
        """Show what a speaker said, the earliest first; the name as `/speakers` gives it."""
        speaker = self._speaker(name)
        question = Question(speaker=f'"{speaker.name}"', sort=Sort.OLDEST)
        page = self.archive.search(question, limit=asked.limit, after=asked.after)
        months = shapes.CountShape.all(self.archive.months(question))
        return shapes.TimelineAnswer(
            **dict(shapes.SearchPage.of(page)),
            speaker=shapes.SpeakerShape.of(speaker),
            months=months,
            subjects=shapes.SubjectShape.all(self.archive.subjects(question)),
        )

    def stats(self) -> shapes.StatsShape:
        """Tell what the record holds."""
        return shapes.StatsShape.of(self.archive.stats())

    def corrections(self, asked: Annotated[Listed, Query()]) -> shapes.CorrectionList:
        """List what people corrected, in order."""
        made = [
            one for one in self.archive.corrections(asked.statement) if one.number > asked.after
        ]
        page = [shapes.CorrectionShape.of(one) for one in made[: asked.limit]]
        after = page[-1].number if len(made) > asked.limit else None
        return shapes.CorrectionList(corrections=page, after=after)

    def judgements(self, asked: Annotated[JudgementsAsked, Query()]) -> shapes.JudgementList:
        """List who was judged to be one speaker and who not, in order."""
        made = [one for one in self.archive.store.judgements() if one.number > asked.after]
        page = [shapes.JudgementShape.of(one) for one in made[: asked.limit]]
        after = page[-1].number if len(made) > asked.limit else None
        return shapes.JudgementList(judgements=page, after=after)

    def _speaker(self, name: str) -> SpeakerCount:
        # Of all whose names hold the words, the one whose name it is.
        for one in self.archive.speakers(name, limit=1000):
            if name in (one.name, *one.also):
                return one
        raise UnknownError(f"no speaker {name!r} on record: /speakers lists the names")
