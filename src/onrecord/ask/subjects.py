"""What statements are about: the nouns and phrases that come in most of them.

No model and no grammar: a phrase is a run of content words behind a word that
opens one (an article, a possessive, a preposition), or a run of capitalised
words; of each run its last word, and its last two and three, are counted, once
a statement (after RAKE: Rose et al. 2010). A longer phrase stands for its last
word where that seldom comes without it. What is shown is how the record writes
it most often.
"""

import itertools
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence

from onrecord.ask.answer import Subject
from onrecord.ask.plain import ADJECTIVES, OPENERS, PLAIN
from onrecord.record.words import stem, words
from onrecord.types import Entry

__all__ = ["subjects"]

# An abbreviation, a word without its possessive, or what ends a phrase: all but a space.
_TOKEN = re.compile(
    r"(?:[^\W\d_]\.){2,}|(?:['’]s\b)|[^\W\d_]+(?:(?!['’]s\b)['’.-][^\W\d_]+)*|[\d_]+|[^\w\s]"
)
_LONGEST = 3
# What one statement alone is about is no frequent subject.
_FEWEST = 2
# A phrase that comes in most of its last word's statements is what is meant by that word.
_MOST_OF = 0.6
_SHORTEST = 3

_Key = tuple[str, ...]


def subjects(entries: Iterable[Entry], *, limit: int = 12) -> tuple[Subject, ...]:
    """Return the subjects of most statements, the most frequent first.

    Args:
        entries: The statements.
        limit: How many to return at most.
    """
    forms: dict[_Key, Counter[str]] = defaultdict(Counter)
    counts: Counter[_Key] = Counter()
    for entry in entries:
        found = dict(_phrases(_pieces(entry), _own(entry)))
        counts.update(found.keys())
        for key, form in found.items():
            forms[key][form] += 1
    kept = _without_parts({key: n for key, n in counts.items() if n >= _FEWEST})
    ranked = sorted(kept.items(), key=lambda item: (-item[1], -len(item[0]), item[0]))
    return tuple(
        Subject(words=forms[key].most_common(1)[0][0], statements=n) for key, n in ranked[:limit]
    )


def _pieces(entry: Entry) -> list[str]:
    return [entry.article[span] for span in entry.statement.content]


def _own(entry: Entry) -> frozenset[str]:
    """Return the words of the speaker's own name, which are no subject of theirs."""
    return frozenset(words(entry.speaker or ""))


def _phrases(pieces: Iterable[str], own: frozenset[str]) -> Iterator[tuple[_Key, str]]:
    for run in itertools.chain.from_iterable(map(_runs, pieces)):
        last = run[-_LONGEST:]
        found = [words(one) for one in last]
        for at in range(len(last)):
            part = [word for each in found[at:] for word in each]
            if part and not own.issuperset(part):
                yield tuple(map(stem, part)), " ".join(last[at:])


def _runs(text: str) -> Iterator[Sequence[str]]:
    """Yield runs of content words that make a phrase, as far as that can be told."""
    run: list[str] = []
    is_opened, is_first = False, True
    for word in [*_TOKEN.findall(text), "."]:
        plain = word.casefold().replace("’", "'")
        is_content = word[0].isalpha() and plain not in PLAIN and len(plain) >= _SHORTEST
        if is_content:
            run.append(word)
            # A capital tells a name, but at the beginning of a sentence it tells nothing.
            is_opened = is_opened or (word[0].isupper() and not is_first)
        else:
            if run and is_opened:
                yield run
            is_opened = _opens(plain, is_opened=is_opened, has_run=bool(run))
            run = []
        is_first = word in '.!?“”"‘:' or (is_first and not word[0].isalnum())


def _opens(plain: str, *, is_opened: bool, has_run: bool) -> bool:
    """Say whether a phrase is likely to begin behind a word."""
    if has_run:
        return plain in OPENERS or plain == "'s"
    return plain in OPENERS or (is_opened and plain in ADJECTIVES)


def _without_parts(counts: dict[_Key, int]) -> dict[_Key, int]:
    """Leave out words that a phrase stands for, and phrases that seldom come whole."""
    kept = dict(counts)
    for key in sorted(counts, key=len, reverse=True):
        shorter = key[1:]
        if not shorter or key not in kept:
            continue
        if counts[key] >= _MOST_OF * counts.get(shorter, 0):
            kept.pop(shorter, None)
        else:
            kept.pop(key)
    return kept
