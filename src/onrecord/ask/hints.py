"""Names that begin as somebody is typing: speakers and outlets."""

from sqlalchemy import func, select

from onrecord.record import Store
from onrecord.record.tables import outlet_counts, outlets, speaker_counts, speaker_words, speakers
from onrecord.record.words import words

__all__ = ["outlets_like", "speakers_like"]

_LAST = "\U0010ffff"
# A letter or two begins too many names to count them all while somebody types.
_MOST = 2_000


def speakers_like(store: Store, typed: str, *, limit: int = 8) -> tuple[str, ...]:
    """Return names of speakers that hold the words typed, the last one begun; most quoted first.

    Args:
        store: The record.
        typed: What was typed so far.
        limit: How many to return at most.
    """
    found = words(typed)
    if not found:
        return ()
    number = func.sum(speaker_counts.c.statements)
    asked = (
        select(speakers.c.person)
        .join(speaker_counts, speaker_counts.c.speaker == speakers.c.number)
        .group_by(speakers.c.person)
        .having(number > 0)
        .order_by(number.desc(), speakers.c.person)
        .limit(limit)
    )
    for place, word in enumerate(found):
        is_begun = place == len(found) - 1
        matches = (
            (speaker_words.c.word >= word) & (speaker_words.c.word < word + _LAST)
            if is_begun
            else speaker_words.c.word == word
        )
        having = select(speaker_words.c.speaker).where(matches).limit(_MOST)
        asked = asked.where(speakers.c.number.in_(having))
    with store.reading() as connection:
        people = list(connection.scalars(asked))
        named = select(speakers.c.number, speakers.c.name).where(speakers.c.number.in_(people))
        names = {row.number: row.name for row in connection.execute(named)}
    return tuple(names[person] for person in people if person in names)


def outlets_like(store: Store, typed: str, *, limit: int = 4) -> tuple[str, ...]:
    """Return names of outlets that hold what was typed, those with most statements first."""
    asked = (
        select(outlets.c.name)
        .join(outlet_counts, outlet_counts.c.outlet == outlets.c.number)
        .where(outlets.c.name.icontains(typed.strip(), autoescape=True))
        .order_by(outlet_counts.c.statements.desc())
        .limit(limit)
    )
    with store.reading() as connection:
        return tuple(connection.scalars(asked)) if typed.strip() else ()
