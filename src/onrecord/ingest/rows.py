"""A row of a table, or an object of JSON, made an article by its columns."""

from collections.abc import Iterator, Mapping, Sequence

from onrecord.errors import OnRecordError
from onrecord.ingest.columns import as_text, choose_columns, row_facts
from onrecord.ingest.compose import compose, compose_paragraphs
from onrecord.ingest.source import Source
from onrecord.types import Article, Failure

__all__ = ["Rows"]

Row = Mapping[str, object]
# Objects of one file have few sets of keys; a file made to have many fills no memory.
_MOST_SHAPES = 1000


class Rows:
    """Makes articles of a source's rows; tells once which columns it takes."""

    def __init__(self, source: Source) -> None:
        self._source = source
        self._chosen: dict[tuple[str, ...], dict[str, str]] = {}

    def article(self, row: Row, *, at: str | int) -> Article | Failure:
        """Return the article in a row, or why there is none.

        Args:
            row: Column to value.
            at: Which row it is, for people.
        """
        try:
            columns = self.columns(tuple(row))
            return self._article(row, columns, uri=f"{self._source.uri}#{at}")
        except OnRecordError as error:
            return self._source.failure(str(error), at=at)

    def columns(self, names: tuple[str, ...]) -> dict[str, str]:
        """Return fact to column for rows with these columns.

        Raises:
            FormatError: If none holds the text.
        """
        if names not in self._chosen:
            chosen = choose_columns(names, self._source.columns)
            if not self._chosen:
                taken = ", ".join(f"{fact} from {column!r}" for fact, column in chosen.items())
                self._source.tell(f"{self._source.uri}: takes {taken}")
            if len(self._chosen) >= _MOST_SHAPES:
                return chosen
            self._chosen[names] = chosen
        return self._chosen[names]

    def _article(self, row: Row, columns: Mapping[str, str], *, uri: str) -> Article:
        text = row[columns["text"]]
        facts = self._source.given.or_else(row_facts(row, columns))
        if isinstance(text, str):
            # What a table calls empty (``nan``) is no article of three letters.
            return compose(text if as_text(text) else "", uri=uri, facts=facts)
        return compose_paragraphs(_blocks(text), uri=uri, facts=facts)


def _blocks(value: object) -> Iterator[str]:
    """Yield the paragraphs of a text that comes in parts.

    A list of paragraphs; of lists of sentences (BASIL); sections with
    headlines and paragraphs (fundus).
    """
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for key in ("summary", "sections", "headline", "paragraphs", "text", "value"):
            yield from _blocks(value.get(key))
    elif isinstance(value, Sequence):
        for part in value:
            if _is_sentences(part):
                yield " ".join(part)
            else:
                yield from _blocks(part)


def _is_sentences(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(part, str) for part in value)
