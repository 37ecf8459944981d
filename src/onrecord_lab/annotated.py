"""An article with all that the network should say of it, in places of its text.

Statements are gold or silver; names and what is said about people are silver
(`parsed`); what spans refer to comes from GUM, GAP, and from news itself: a
surname whose bearer is named in full nearby is replaced by a pronoun, and so
who the pronoun stands for is known.
"""

import random
from collections.abc import Sequence
from dataclasses import dataclass, replace

from onrecord.tagger.details import About, NameKind, Pronoun, Referent
from onrecord.types import Act, Attitude, Basis, ChannelKind, Span
from onrecord_lab.polnear import GoldStatement


@dataclass(frozen=True, slots=True, kw_only=True)
class KindOf:
    """What a span refers to, and the pronoun used for it, where known."""

    span: Span
    referent: Referent | None = None
    pronoun: Pronoun | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """A span that refers, and the candidates that it refers to: none or several."""

    span: Span
    to: tuple[Span, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ActOf:
    """What a statement does, as far as its cue tells."""

    cue: Span
    content: Span
    act: Act | None
    attitude: Attitude | None


@dataclass(frozen=True, slots=True, kw_only=True)
class SettingOf:
    """How a statement reached the public, and how the article tells when; None for nothing."""

    cue: Span
    content: Span
    channel: ChannelKind | None
    basis: Basis


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """Words that tell a channel, or, where there is none, to whom something was said."""

    span: Span
    channel: ChannelKind | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Maskable:
    """A name that a pronoun may stand for; what else names the same person.

    Attributes:
        role: What their title makes of them: "the senator"; None for no title.
    """

    span: Span
    pronoun: Pronoun
    to: tuple[Span, ...]
    role: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Annotated:
    """One text with its annotations; ``statements`` is None where they are unknown.

    Attributes:
        candidates: The spans that a reference may be resolved to.
        tellings: What tells channels and addressees; None where nobody looked.
        is_gold: Whether people marked the statements.
    """

    name: str
    text: str
    statements: tuple[GoldStatement, ...] | None = None
    names: tuple[tuple[Span, NameKind], ...] = ()
    abouts: tuple[tuple[Span, About], ...] = ()
    kinds: tuple[KindOf, ...] = ()
    references: tuple[Reference, ...] = ()
    candidates: tuple[Span, ...] = ()
    acts: tuple[ActOf, ...] = ()
    settings: tuple[SettingOf, ...] = ()
    tellings: tuple[Telling, ...] | None = None
    maskable: tuple[Maskable, ...] = ()
    is_gold: bool = True


_PRONOUNS = {
    Pronoun.HE: ("he", "him", "his"),
    Pronoun.SHE: ("she", "her", "her"),
    Pronoun.THEY: ("they", "them", "their"),
}
_MASKED = 0.35
# Of the names that are masked, those that become a role where there is one.
_AS_ROLE = 0.3
# A cue that tells the act is made neutral this often, so that the content must tell; seldom, since
# "said" is mostly followed by plain telling, as the marked acts teach.
_NEUTRAL = 0.15
_NEUTRAL_CUE = "said"
_POSSESSIVES = ("'s", "\u2019s")


def varied(article: Annotated, chance: random.Random, *, as_role: float = _AS_ROLE) -> Annotated:
    """Return the article with some names made pronouns or roles, and some cues neutral.

    Args:
        article: What to vary.
        chance: Where the choices come from.
        as_role: Part of the names, of those with a title, that become a role.
    """
    edits: list[tuple[Span, str]] = []
    references = []
    gone = set()
    for one in article.maskable:
        if chance.random() < _MASKED:
            is_role = one.role is not None and chance.random() < as_role
            edit = _masked(article.text, one, one.role if is_role else None)
            edits.append(edit)
            gone.add(one.span)
            references.append((edit[0], one.to))
    edits += [
        (act.cue, _NEUTRAL_CUE)
        for act in article.acts
        if act.act is not None and chance.random() < _NEUTRAL
    ]
    kept = _apart(edits)
    taken = {span for span, _ in kept}
    new = [
        Reference(span=span, to=tuple(t for t in to if t not in gone))
        for span, to in references
        if span in taken
    ]
    article = replace(
        article,
        references=(*article.references, *(one for one in new if one.to)),
        candidates=tuple(c for c in article.candidates if c not in gone),
        names=tuple((s, k) for s, k in article.names if s not in gone),
        kinds=tuple(k for k in article.kinds if k.span not in gone),
    )
    return rewritten(article, kept)


def _masked(text: str, one: Maskable, role: str | None) -> tuple[Span, str]:
    plain, asked, owned = _PRONOUNS[one.pronoun]
    if role is not None:
        plain, asked, owned = role, role, f"{role}'s"
    span, words = one.span, plain
    before = text[: span.start].rstrip()
    if text[span.end : span.end + 2] in _POSSESSIVES:
        span, words = Span(span.start, span.end + 2), owned
    elif before.endswith((" to", " by", " from")):
        words = asked
    if not before or before[-1] in '.!?\u201d"' or "\n" in text[len(before) : span.start]:
        words = words[0].upper() + words[1:]
    return span, words


def _apart(edits: Sequence[tuple[Span, str]]) -> list[tuple[Span, str]]:
    kept: list[tuple[Span, str]] = []
    for span, words in sorted(edits):
        if not kept or span.start >= kept[-1][0].end:
            kept.append((span, words))
    return kept


def rewritten(article: Annotated, edits: Sequence[tuple[Span, str]]) -> Annotated:
    """Return the article with some spans reworded and every annotation moved along.

    Args:
        article: What to reword.
        edits: Spans and their new words, in order, none overlapping.
    """
    if not edits:
        return article
    move = _Move(edits)
    spans = move.spans
    return replace(
        article,
        text=move.text(article.text),
        statements=None
        if article.statements is None
        else tuple(
            GoldStatement(source=spans(s.source), cue=spans(s.cue), content=spans(s.content))
            for s in article.statements
        ),
        names=tuple((move.span(s), k) for s, k in article.names),
        abouts=tuple((move.span(s), k) for s, k in article.abouts),
        kinds=tuple(replace(k, span=move.span(k.span)) for k in article.kinds),
        references=tuple(
            Reference(span=move.span(r.span), to=spans(r.to)) for r in article.references
        ),
        candidates=spans(article.candidates),
        acts=tuple(
            replace(a, cue=move.span(a.cue), content=move.span(a.content)) for a in article.acts
        ),
        settings=tuple(
            replace(one, cue=move.span(one.cue), content=move.span(one.content))
            for one in article.settings
        ),
        tellings=None
        if article.tellings is None
        else tuple(replace(one, span=move.span(one.span)) for one in article.tellings),
        maskable=(),
    )


class _Move:
    """Where places of the old text are in the new one."""

    def __init__(self, edits: Sequence[tuple[Span, str]]) -> None:
        self._edits = edits

    def text(self, old: str) -> str:
        parts, at = [], 0
        for span, words in self._edits:
            parts += [old[at : span.start], words]
            at = span.end
        return "".join([*parts, old[at:]])

    def span(self, old: Span) -> Span:
        start, end = self._place(old.start, is_end=False), self._place(old.end, is_end=True)
        return Span(start, max(end, start + 1))

    def spans(self, old: Sequence[Span]) -> tuple[Span, ...]:
        return tuple(self.span(one) for one in old)

    def _place(self, old: int, *, is_end: bool) -> int:
        moved = old
        for span, words in self._edits:
            if span.end <= old:
                moved += len(words) - len(span)
            elif span.start < old:
                moved += span.start - old + (len(words) if is_end else 0)
                break
            else:
                break
        return moved
