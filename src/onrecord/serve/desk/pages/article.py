"""An article as it was published, its statements marked and listed beside it."""

import difflib
import re

from fastapi import APIRouter, Depends, Request
from fastapi.responses import HTMLResponse, Response

from onrecord.ask.versions import versions
from onrecord.serve.desk.cards import headline
from onrecord.serve.desk.desk import Here, in_turn, reading
from onrecord.serve.desk.marks import lines, notes

__all__ = ["router"]

router = APIRouter(dependencies=[Depends(reading)])
_TOKEN = re.compile(r"\w+|\s+|[^\w\s]")


@router.get("/article/{article}", response_class=HTMLResponse)
@in_turn
def article(request: Request, desk: Here, article: str) -> Response:
    """Show the text, who says what in it, and its revisions."""
    texts = versions(desk.archive.store, article)
    shown = next(one for one in texts if one.article.id == article)
    entries = desk.archive.store.entries_of(article)
    noted = notes([entry for entry in entries if not entry.is_rejected])
    values = {
        "article": shown.article,
        "headline": headline(shown.article),
        "version": shown,
        "versions": texts,
        "notes": noted,
        "by_number": {note.number: note for note in noted},
        "lines": lines(shown.article, noted),
        "rejected": [entry for entry in entries if entry.is_rejected],
    }
    return desk.page(request, "article.html", values)


@router.get("/article/{article}/changes", response_class=HTMLResponse)
@in_turn
def changes(request: Request, desk: Here, article: str) -> Response:
    """Show how this revision differs from the one before."""
    texts = versions(desk.archive.store, article)
    place = next(place for place, one in enumerate(texts) if one.article.id == article)
    after, before = texts[place], texts[place - 1] if place else None
    parts = differences(before.article.text, after.article.text) if before else []
    values = {"before": before, "after": after, "parts": parts, "versions": texts}
    return desk.page(request, "changes.html", values)


def differences(before: str, after: str) -> list[tuple[str, str]]:
    """Return the newer text in parts that are ``same``, ``added``, or ``removed``.

    Changes with nothing but space between them are one.

    >>> differences("It rains.", "It snows.")
    [('same', 'It '), ('removed', 'rains'), ('added', 'snows'), ('same', '.')]
    """
    old, new = _TOKEN.findall(before), _TOKEN.findall(after)
    found: list[tuple[str, str]] = []
    removed, added, space = "", "", ""
    matcher = difflib.SequenceMatcher(None, old, new, autojunk=False)
    for what, old_start, old_end, new_start, new_end in matcher.get_opcodes():
        gone, come = "".join(old[old_start:old_end]), "".join(new[new_start:new_end])
        if what == "equal" and gone.isspace() and (removed or added):
            space = gone
        elif what == "equal":
            found += [("removed", removed), ("added", added), ("same", space + gone)]
            removed, added, space = "", "", ""
        else:
            removed, added, space = removed + space + gone, added + space + come, ""
    found += [("removed", removed), ("added", added), ("same", space)]
    return [(name, words) for name, words in found if words]
