"""Marks joined into drafts: each content with its cue, each cue with its source."""

import math
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from onrecord.extract.draft import Draft
from onrecord.extract.passage import Passage
from onrecord.tagger import Link, Role, Tagging

# 0.4: best on dev; from 0.2 to 0.5 it hardly matters (lab-log 2026-11-23).
_LEAST_LINK = 0.4
# What a bare quotation lacks in evidence: half of them are titles and words
# set apart, not speech.
_BARE = 0.5
# “Never,” she said: the form leaves little doubt.
_TAGGED = 0.9
# How many marks away a cue that announces or follows a content may lie.
_NEAR = 10

# “Never,” she said: a comma or a question's mark before the closing one.
_ENDS_BEFORE_TAG = re.compile(r"[,?!\u2026]\W{1,3}\Z")


def pair(tagging: Tagging, passage: Passage) -> list[Draft]:
    """Return the drafts that a tagging makes, in order of appearance.

    A content goes to the cue that fits it best, as the network's links and the
    passage's layout have it; a cue without a content is dropped; a content
    without a cue is kept where it is a quotation.

    Args:
        tagging: The network's marks and links.
        passage: The layout of the text that they are in.
    """
    evidence = _Evidence(tagging=tagging, passage=passage, links=_by_asking(tagging.links))
    held: dict[int, dict[int, float]] = defaultdict(dict)
    alone: list[int] = []
    for index, mark in enumerate(tagging.marks):
        if mark.role is Role.CONTENT:
            link = evidence.cue_of(index)
            if link is None or link.asked is None:
                alone.append(index)
            else:
                held[link.asked][index] = link.probability
    bare: list[int] = []
    for index in alone:
        cue = evidence.announcing(index)
        if cue is None or cue in held:
            bare.append(index)
        else:
            held[cue][index] = _LEAST_LINK
    drafts = [evidence.draft(cue, contents) for cue, contents in held.items()]
    drafts.extend(evidence.bare(bare))
    return sorted(drafts, key=lambda draft: draft.place)


def _by_asking(links: Sequence[Link]) -> dict[int, list[Link]]:
    found: dict[int, list[Link]] = defaultdict(list)
    for link in links:
        found[link.asking].append(link)
    return found


def _likelier(link: Link) -> float:
    return link.probability


@dataclass(frozen=True, slots=True, kw_only=True)
class _Evidence:
    """What speaks for one pairing or another."""

    tagging: Tagging
    passage: Passage
    links: dict[int, list[Link]]

    def cue_of(self, content: int) -> Link | None:
        """Return the link to a content's cue, or None for a content that stands alone.

        In news a quotation belongs to its own paragraph's speaker or goes on
        from the paragraph before; a cue farther down is believed only where
        the content's own paragraph has none, and one farther up only where
        nothing but the content begins that paragraph: narration may have
        brought in somebody else. Who says it just behind its closing mark
        ("…,” Lee said") has it, whatever else is told in it.
        """
        tag = self._tag_behind(content)
        if tag is not None:
            return Link(asking=content, asked=tag, probability=_TAGGED)
        fitting = [link for link in self.links[content] if link.asked is not None]
        best = max(fitting, key=_likelier, default=None)
        if best is not None and self._is_ahead(content, best):
            at_home = (link for link in fitting if self._is_at_home(content, link))
            best = max(at_home, key=_likelier, default=best)
        if best is None or best.probability < _LEAST_LINK or self._is_cut_off(content, best):
            return None
        return best

    def announcing(self, content: int) -> int | None:
        """Return the cue that ends the paragraph before a content: "He said:".

        The two may lie in different windows, where no link reaches.
        """
        marks = self.tagging.marks
        near = range(content - 1, max(-1, content - 1 - _NEAR), -1)
        before = (i for i in near if marks[i].role is Role.CUE)
        cue = next(before, None)
        if cue is not None and self.passage.announces(marks[cue].span, marks[content].span):
            return cue
        return None

    def draft(self, cue: int, contents: dict[int, float]) -> Draft:
        """Return the statement of a cue and its contents, given with their links' probability."""
        marks = self.tagging.marks
        sourced = max(self.links[cue], key=_likelier, default=None)
        source = None if sourced is None or sourced.asked is None else marks[sourced.asked]
        factors = [
            marks[cue].probability,
            sum(marks[index].probability for index in contents) / len(contents),
            min(contents.values()),
            1.0 if sourced is None else sourced.probability,
            1.0 if source is None else source.probability,
        ]
        return Draft(
            source=() if source is None else (source.span,),
            cue=(marks[cue].span,),
            content=tuple(marks[index].span for index in sorted(contents)),
            confidence=self.tagging.calibration.confidence(math.prod(factors)),
        )

    def bare(self, contents: Sequence[int]) -> Iterator[Draft]:
        """Yield those of some contents that are quotations, each a statement of its own."""
        for mark in (self.tagging.marks[index] for index in contents):
            if self.passage.is_quoted(mark.span):
                confidence = self.tagging.calibration.confidence(mark.probability * _BARE)
                yield Draft(content=(mark.span,), confidence=confidence)

    def _tag_behind(self, content: int) -> int | None:
        """Return the cue that stands with its source just behind a quotation, which asks for none.

        It asks for none where the network links it to none, or to a cue inside of it.
        """
        marks, span = self.tagging.marks, self.tagging.marks[content].span
        quotation = self.passage.quotation_at(span.start)
        if quotation is None or not quotation.is_closed or span.end > quotation.span.end:
            return None
        if not _ENDS_BEFORE_TAG.search(self.passage.text, span.start, quotation.span.end):
            return None
        best = max(self.links[content], key=_likelier, default=None)
        asked = None if best is None else best.asked
        if asked is not None and marks[asked].span not in quotation.span:
            return None
        return self._tag_after(content, quotation.span.end)

    def _tag_after(self, content: int, end: int) -> int | None:
        """Return the cue of two marks, source and cue, that follow a place word by word."""
        marks = self.tagging.marks
        near = range(content + 1, min(len(marks) - 1, content + _NEAR))
        first = next((index for index in near if marks[index].span.start >= end), None)
        if first is None:
            return None
        one, other = marks[first], marks[first + 1]
        gaps = ((end, one.span.start), (one.span.end, other.span.start))
        is_next = all(self.passage.text[start:stop] == " " for start, stop in gaps)
        if not is_next or {one.role, other.role} != {Role.CUE, Role.SOURCE}:
            return None
        return first if one.role is Role.CUE else first + 1

    def _is_ahead(self, content: int, link: Link) -> bool:
        marks = self.tagging.marks
        return link.asked is not None and self.passage.is_later_paragraph(
            marks[link.asked].span, than=marks[content].span
        )

    def _is_cut_off(self, content: int, link: Link) -> bool:
        if link.asked is None:
            return False
        said, cue = self.tagging.marks[content].span, self.tagging.marks[link.asked].span
        is_quoted = self.passage.is_quoted(said)
        if self._is_ahead(content, link):
            # In PolNeAR's train articles 25 of 22,000 pieces have their cue in a later paragraph,
            # mostly quotations in the one before.
            here, there = (self.passage.paragraph_of(span.start) for span in (said, cue))
            return not is_quoted or there > here + 1
        is_behind = self.passage.is_later_paragraph(said, than=cue)
        return is_quoted and is_behind and self.passage.follows_narration(said)

    def _is_at_home(self, content: int, link: Link) -> bool:
        marks = self.tagging.marks
        return link.asked is not None and self.passage.same_paragraph(
            marks[link.asked].span, marks[content].span
        )
