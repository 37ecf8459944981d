"""Short lines that pages set between an article's paragraphs, and that are none of it."""

import re
from collections.abc import Iterable

__all__ = ["without_noise"]

_LONGEST = 160
# A title is set again above the text, or above a film that stands below its first paragraph.
_ABOVE = 3
_NOISE = re.compile(
    r"\W*(?:"
    r"read\s+(?:more|also|next|the\s+full)\b.*|also\s+read\b.*|see\s+(?:also|more)\b\s*:?.*"
    r"|(?:related|recommended|more|watch|listen|don['’]t\s+miss|up\s+next)\s*:.*"
    r"|related\s+(?:articles?|stories|content|topics|video)s?"
    r"|advertisement|sponsored(?:\s+content)?|(?:story|article)\s+continues\s+(?:below|after)\b.*"
    r"|continue\s+reading\b.*|click\s+here\b.*|tap\s+here\b.*"
    r"|(?:sign|subscribe|register)\s+(?:up\s+)?(?:to|for)\b.*\b(?:newsletter|emails?|alerts?|updates)\b.*"
    r"|(?:share|follow|like)\s+(?:this|us|on)\b.*|share|print|email|comments?|image\s+copyright\b.*"
    r"|thank\s+you|this\s+(?:article|copy)\s+has\s+been\s+sent\s+to\b.*|reuters|ap\s+photo|afp"
    r"|don['’]t\s+miss|print\s+article|order\s+reprints|updated\s+(?:at|on)\s+\d.*"
    r"|write\s+to\s+.*\S@\S+|an\s+error\s+has\s+occurred\b.*|this\s+copy\s+is\s+for\s+your\s+personal\b.*"
    r"|(?:photo|image|picture|file)\s*(?:credit|photo|courtesy)?\s*:.*|getty\s+images|media\s+caption\b.*"
    r"|(?:by\s+continuing|we\s+use\s+cookies|this\s+(?:web)?site\s+uses\s+cookies)\b.*"
    r"|accept\s+(?:all\s+)?cookies|all\s+rights\s+reserved\W*|(?:©|copyright\s+©).*"
    r"|(?:loading|javascript\s+is|please\s+enable)\b.*"
    r")\W*",
    re.IGNORECASE,
)
# What a plugin sets below every entry of a feed, with the title in it.
_POST = re.compile(r"The post .{1,400} (?:appeared first|first appeared) on .{1,200}", re.DOTALL)


def without_noise(blocks: list[str], *, titles: Iterable[str] = ()) -> list[str]:
    """Return the paragraphs without those lines, and without a title set once more above.

    >>> without_noise(["Rain", "It rains.", "Read more: Floods"], titles=["Rain"])
    ['It rains.']

    Args:
        blocks: Paragraphs.
        titles: What the article is called, in any wording.
    """
    kept = [block for block in blocks if not _is_noise(block)]
    known = {_plain(title) for title in titles} - {""}
    above = [block for block in kept[:_ABOVE] if _plain(block) not in known]
    return above + kept[_ABOVE:]


def _is_noise(block: str) -> bool:
    is_short = len(block) <= _LONGEST
    return bool((is_short and _NOISE.fullmatch(block)) or _POST.fullmatch(block))


def _plain(words: str) -> str:
    return re.sub(r"\W+", " ", words).strip().lower()
