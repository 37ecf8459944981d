"""How each page looks in a real browser, and whether everybody can use it.

Needs Debian's ``chromium``; pictures of each page go to ``build/screenshots``.
"""

from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe

from onrecord.types import Field

PICTURES = Path(__file__).parents[3] / "build" / "screenshots"
SIZES = {"phone": (390, 844), "screen": (1440, 900)}


def addresses(record):
    entry = record.search("adrenaline").entries[0]
    if not record.corrections():
        record.correct(entry.statement.id, Field.PLACE, "Santa Barbara", by="ann", note="p. 3")
        record.confirm(entry.statement.id, by="ann")
    newest = record.store.entries_of(entry.article.id)[0].article.id
    return {
        "search": "/",
        "search-narrowed": "/?q=people+OR+vessel+OR+company&kind=direct",
        "article": f"/article/{newest}",
        "changes": f"/article/{newest}/changes",
        "speaker": "/speaker/Gregory Kurtzer",
        "speakers": "/speakers",
        "statement": f"/statement/{entry.statement.id}",
        "card": f"/statement/{entry.statement.id}/card",
        "timeline": "/timeline",
        "review": "/review",
        "add": "/add",
        "log": "/log",
        "sign-in": "/sign-in",
        "not-there": "/nothing",
    }


NAMES = (
    "search",
    "search-narrowed",
    "article",
    "changes",
    "speaker",
    "speakers",
    "statement",
    "card",
    "timeline",
    "review",
    "add",
    "log",
    "sign-in",
    "not-there",
)
OVERFLOW = """() => {
    const wide = document.documentElement.clientWidth;
    const cut = [...document.querySelectorAll("body *")].filter((one) => {
        const box = one.getBoundingClientRect();
        const scrolls = one.closest(".scroll, .skip, .hidden, datalist, svg");
        return !scrolls && box.width > 0 && box.right > wide + 1;
    });
    return cut.map((one) => `${one.tagName}.${one.className} ${one.getBoundingClientRect().right}`);
}"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("name", NAMES)
def test_a_page_fits_and_everybody_can_use_it(chromium, desk, record, name, size, scheme):
    width, height = SIZES[size]
    context = chromium.new_context(
        base_url=desk, viewport={"width": width, "height": height}, color_scheme=scheme
    )
    page = context.new_page()
    page.goto(addresses(record)[name])
    PICTURES.mkdir(parents=True, exist_ok=True)
    page.screenshot(path=PICTURES / f"{name}-{size}-{scheme}.png", full_page=True)
    assert page.evaluate(OVERFLOW) == []
    found = Axe().run(page).response["violations"]
    serious = [one for one in found if one["impact"] in ("serious", "critical")]
    told = [(one["id"], [node["html"][:200] for node in one["nodes"][:3]]) for one in serious]
    context.close()
    assert told == []
