"""Articles into the tables: a new one, a revision, a new reading."""

import datetime
import itertools
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection, select, update

from onrecord.errors import RecordError, UnknownError
from onrecord.record import rows
from onrecord.record.backend import Backend
from onrecord.record.corrections import in_force
from onrecord.record.deeds import carry
from onrecord.record.entries import all_corrections, entries, entry_numbers, find_articles
from onrecord.record.listing import enlist, strike
from onrecord.record.moments import iso
from onrecord.record.numbers import Numbers, next_number
from onrecord.record.readings import differences, each_once, says_again
from onrecord.record.revisions import address, changes, is_near, sketch
from onrecord.record.sql import fetch, put, run, scalar
from onrecord.record.tables import articles, asides, statements
from onrecord.record.words import words
from onrecord.types import (
    Added,
    Article,
    Change,
    Entry,
    MadeBy,
    Outcome,
    Statement,
)

__all__ = ["Writer"]


# Article's number, article, statement.
_Numbered = tuple[int, Article, Statement]


@dataclass(frozen=True, slots=True)
class Writer:
    """One transaction of the one writer; `finish` comes before its end.

    The statements of new articles wait to be written together: a database
    takes a hundred rows at once in little more time than one.
    """

    connection: Connection
    backend: Backend
    numbers: Numbers
    _waiting: list[_Numbered] = field(default_factory=list)

    def add(self, article: Article, found: Sequence[Statement], made_by: MadeBy) -> Added:
        """See `onrecord.record.base.Store.add`."""
        found = each_once(found)
        if self.article_number(article.id) is not None:
            return Added(outcome=Outcome.UNCHANGED, article=article.id, uri=article.uri)
        hashes = sketch(article.text)
        before = self._revised(article, hashes)
        number = self._put_article(article, made_by, before, hashes)
        self._waiting.extend((number, article, one) for one in found)
        changed = self._supersede(before, article, found) if before else ()
        self._forget_failure(article)
        return Added(
            outcome=Outcome.REVISED if before else Outcome.NEW,
            article=article.id,
            uri=article.uri,
            statements=len(found),
            changes=changed,
        )

    def reread(self, article: Article, found: Sequence[Statement], made_by: MadeBy) -> Added:
        """See `onrecord.record.base.Store.reread`."""
        found = each_once(found)
        number = self.article_number(article.id)
        if number is None:
            raise UnknownError(f"no article {article.id} on record: add it first")
        old = self.current(number)
        touched = self._touched(entry.statement.id for entry in old)
        kept = [entry.statement for entry in old if entry.statement.id in touched]
        new = [one for one in found if one.id not in touched and not says_again(one, kept)]
        self._retire(number, [*new, *kept])
        self._put(number, article, new)
        maker = self.numbers.maker(self.connection, made_by)
        self._set_article([number], maker=maker)
        changed = tuple(
            differences({entry.statement.id: entry.statement for entry in old}, new, kept)
        )
        return Added(
            outcome=Outcome.REVISED if changed else Outcome.UNCHANGED,
            article=article.id,
            uri=article.uri,
            statements=len(new) + len(kept),
            changes=changed,
        )

    def finish(self) -> None:
        """Write what waits."""
        free = next_number(self.connection, statements) if self._waiting else 0
        numbered = [(at, *one) for at, one in enumerate(self._waiting, free)]
        self._waiting.clear()
        self._insert([(at, article, one) for at, article, _, one in numbered])
        cut = self._index([(at, text, one) for at, _, text, one in numbered])
        fresh = ((at, Entry(article=text, statement=one)) for at, _, text, one in numbered)
        enlist(self.connection, self.backend, self.numbers, fresh, cut)

    def article_number(self, article: str) -> int | None:
        """Return the number of an article, if it is on record."""
        known = "SELECT number FROM articles WHERE id = :id"
        number: int | None = scalar(self.connection, known, id=article)
        return number

    def current(self, article: int) -> list[Entry]:
        """Return the entries of an article's newest reading, in order of appearance."""
        asked = select(statements.c.number).where(
            statements.c.article == article, statements.c.is_current == 1
        )
        found = entries(self.connection, list(self.connection.scalars(asked)))
        return sorted(found, key=lambda entry: entry.statement.content)

    def put_one(self, article: int, text: Article, statement: Statement) -> None:
        """Add one statement to an article."""
        self._put(article, text, [statement])

    def _revised(self, article: Article, hashes: Sequence[int]) -> int | None:
        """Return the number of the current revision that this article is a newer text of."""
        first = self._at_same_address(article) or self._near(article, hashes)
        if first is None:
            return None
        current = "SELECT number FROM articles WHERE first = :first AND is_current = 1"
        number: int | None = scalar(self.connection, current, first=first)
        return number

    def _at_same_address(self, article: Article) -> int | None:
        where = address(article)
        if where is None:
            return None
        same = "SELECT first FROM articles WHERE address = :address LIMIT 1"
        first: int | None = scalar(self.connection, same, address=where)
        return first

    def _near(self, article: Article, hashes: Sequence[int]) -> int | None:
        """Return the first revision of a near-identical text, of the same outlet or file."""
        asked = (
            "SELECT a.first, a.text FROM articles AS a "
            f"WHERE a.first IN ({self.backend.sketched(hashes)}) "
            "AND a.is_current = 1 AND a.outlet = :outlet"
        )
        if article.outlet is None:
            asked += " AND a.uri = :uri"
        if article.url is not None:
            # Two addresses are two articles, however alike (a column's daily boilerplate).
            asked += " AND a.address IS NULL"
        outlet = self.numbers.outlet(self.connection, article.outlet)
        values = {"outlet": outlet, "uri": article.uri}
        found = (
            first
            for first, text in fetch(self.connection, f"{asked} ORDER BY a.first", values)
            if is_near(text, article.text)
        )
        return next(found, None)

    def _put_article(
        self, article: Article, made_by: MadeBy, before: int | None, hashes: Sequence[int]
    ) -> int:
        number = next_number(self.connection, articles)
        first, revision = self._line(before) if before else (number, 1)
        row = {
            **rows.article_row(article),
            "number": number,
            "first": first,
            "revision": revision,
            "is_current": 1,
            "address": address(article),
            "outlet": self.numbers.outlet(self.connection, article.outlet),
            "maker": self.numbers.maker(self.connection, made_by),
            "added_at": iso(datetime.datetime.now(datetime.UTC)),
        }
        put(self.connection, articles, [row])
        self.backend.keep_sketch(self.connection, first, hashes)
        return number

    def _line(self, before: int) -> tuple[int, int]:
        asked = "SELECT first, revision FROM articles WHERE number = :number"
        ((first, revision),) = fetch(self.connection, asked, {"number": before})
        return first, revision + 1

    def _put(self, article: int, text: Article, found: Sequence[Statement]) -> None:
        """Write findings: those that are new, and those whose id is there already."""
        known = entry_numbers(self.connection, (one.id for one in found))
        free = next_number(self.connection, statements)
        new = list(enumerate((one for one in found if one.id not in known), free))
        self._insert([(at, article, one) for at, one in new])
        self._index([(at, text, one) for at, one in new])
        for one in found:
            if one.id in known:
                self._replace(known[one.id], one)
        self.relist([*known.values(), *(at for at, _ in new)])

    def relist(self, those: Sequence[int]) -> None:
        """List statements anew, after a finding or a correction changed."""
        strike(self.connection, those)
        fresh = zip(those, entries(self.connection, those), strict=True)
        enlist(self.connection, self.backend, self.numbers, fresh)

    def _insert(self, numbered: Sequence[tuple[int, int, Statement]]) -> None:
        if numbered:
            self._refuse_taken([one.id for _, _, one in numbered])
            given = [{"number": at, **self._row(article, one)} for at, article, one in numbered]
            put(self.connection, statements, given)
            self._put_asides([(at, one) for at, _, one in numbered])

    def _refuse_taken(self, ids: Sequence[str]) -> None:
        # An index of a part of the id cannot tell.
        twice = (one for one, times in Counter(ids).items() if times > 1)
        for taken in itertools.chain(twice, entry_numbers(self.connection, ids)):
            raise RecordError(f"{taken} is on record already, and ids are unique: nothing is added")

    def _row(self, article: int, one: Statement) -> dict[str, Any]:
        return {
            **rows.statement_row(one),
            "article": article,
            "profile": self.numbers.profile(self.connection, rows.profile(one)),
            "maker": self.numbers.maker(self.connection, one.made_by),
            "is_current": 1,
        }

    def _replace(self, number: int, one: Statement) -> None:
        asked = select(statements.c.article).where(statements.c.number == number)
        values = self._row(self.connection.execute(asked).scalar_one(), one)
        self.connection.execute(
            update(statements).where(statements.c.number == number).values(values)
        )
        self.connection.execute(asides.delete().where(asides.c.statement == number))
        self._put_asides([(number, one)])

    def _put_asides(self, numbered: Iterable[tuple[int, Statement]]) -> None:
        given = [
            {
                "statement": number,
                "place": place,
                "kind": str(aside.kind),
                "span": f"{aside.span.start}-{aside.span.end}",
            }
            for number, one in numbered
            for place, aside in enumerate(one.asides)
        ]
        put(self.connection, asides, given)

    def _index(self, numbered: Sequence[tuple[int, Article, Statement]]) -> dict[int, list[str]]:
        found = {at: words(text.words(one.content)) for at, text, one in numbered}
        self.backend.index_words(self.connection, found.items())
        self.numbers.learn(self.connection, (word for each in found.values() for word in each))
        return found

    def _supersede(
        self, before: int, article: Article, found: Sequence[Statement]
    ) -> tuple[Change, ...]:
        """Make a newer revision the current one, and hand corrections over to it."""
        self.finish()
        old = self.current(before)
        text, _ = find_articles(self.connection, [before])[before]
        self._set_article([before], is_current=0)
        ids = [entry.statement.id for entry in old]
        strike(self.connection, list(entry_numbers(self.connection, ids).values()))
        changed, same = changes(text, [entry.statement for entry in old], article, found)
        moved = carry(self.connection, same)
        self.relist(list(entry_numbers(self.connection, moved).values()))
        return changed

    def _retire(self, article: int, kept: Sequence[Statement]) -> None:
        """Make all findings of an article that are not kept old ones."""
        ids = {one.id for one in kept}
        asked = select(statements.c.number, statements.c.id).where(
            statements.c.article == article, statements.c.is_current == 1
        )
        old = [row.number for row in self.connection.execute(asked) if row.id not in ids]
        strike(self.connection, old)
        self.connection.execute(
            update(statements).where(statements.c.number.in_(old)).values(is_current=0)
        )

    def _touched(self, ids: Iterable[str]) -> set[str]:
        deeds = all_corrections(self.connection, list(ids))
        return {one for one, made in deeds.items() if in_force(made)}

    def _set_article(self, those: Sequence[int], **values: object) -> None:
        self.connection.execute(
            update(articles).where(articles.c.number.in_(those)).values(**values)
        )

    def _forget_failure(self, article: Article) -> None:
        if article.uri is not None:
            run(self.connection, "DELETE FROM failures WHERE uri = :uri", {"uri": article.uri})
