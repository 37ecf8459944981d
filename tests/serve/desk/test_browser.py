"""The desk in a real browser: what people do there. Needs Debian's ``chromium``."""

from browsers import served, watched
from desks import PASSWORD

from onrecord.serve.desk.accounts import Accounts
from onrecord.serve.desk.app import make_app
from onrecord.serve.desk.settings import Settings

PASTED = """“The bridge will open in May,” Mayor Ann Lee said on Monday.

“It is too late for the shops,” said Bo Ng, who owns a bakery."""


def test_search_is_narrowed_down_and_leads_to_an_article(page):
    page.goto("/")
    page.get_by_label("Words, a speaker").fill("vessel")
    page.get_by_role("button", name="Search").click()
    assert "q=vessel" in page.url
    assert "sort=" not in page.url
    card = page.get_by_role("article").first
    card.get_by_role("link", name="Dozens dead").click()
    assert "/article/ar1_" in page.url
    assert page.get_by_role("heading", level=1).inner_text().startswith("Dozens dead")


def test_hints_come_while_typing(page):
    page.goto("/")
    page.get_by_label("Words, a speaker").press_sequentially("roch")
    page.locator("#hints option").filter(has_text="").first.wait_for(state="attached")
    page.wait_for_function(
        "[...document.querySelectorAll('#hints option')].some(o => o.value.includes('Rochester'))"
    )


def test_a_statement_in_an_article_lights_up_with_its_note(page):
    page.goto("/?q=vessel")
    page.get_by_role("link", name="Dozens dead").first.click()
    tag = page.locator(".text .tag").first
    tag.focus()
    number = tag.get_attribute("data-of")
    lit = page.locator(f"#note-{number}.is-lit")
    lit.wait_for()
    assert page.locator(".text .content.is-lit").count() >= 1
    tag.press("Enter")
    assert page.url.endswith(f"#note-{number}")


def test_the_text_on_the_page_is_the_text_of_the_article(page, record):
    entry = record.search("vessel").entries[0]
    page.goto(f"/article/{entry.article.id}")
    pieces = page.locator("[data-text] [data-at]").evaluate_all(
        "all => all.map(one => [Number(one.dataset.at), one.textContent])"
    )
    text = entry.article.text
    assert all(text[start : start + len(words)] == words for start, words in pieces)
    assert "".join("".join(words for _, words in pieces).split()) == "".join(text.split())


def test_a_speaker_is_followed(page):
    page.goto("/speakers")
    page.get_by_role("link", name="Bill Brown").click()
    assert page.get_by_role("heading", level=1).inner_text() == "Bill Brown"
    assert page.get_by_role("article").count() >= 1


def test_a_dot_of_the_timeline_is_reached_by_keyboard(page):
    page.goto("/timeline")
    dots = page.locator(".lane svg a")
    many = page.locator(".lane svg a[href^='#']").first
    assert page.locator(".lane details[open]").count() == 0
    many.focus()
    page.keyboard.press("Enter")
    page.wait_for_function("document.querySelector('li:target')?.checkVisibility()")
    one = page.locator(".lane svg a:not([href^='#'])").first
    assert dots.count() >= 2
    one.focus()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('.lane') !== null")
    one.press("Enter")
    page.wait_for_url("**/article/ar1_*")


def test_a_speaker_is_corrected_and_the_correction_undone(page, record):
    entry = record.search("vessel").entries[0]
    page.goto(f"/statement/{entry.statement.id}")
    page.get_by_label("Speaker", exact=True).fill("Jane Roe")
    page.get_by_role("button", name="Save").click()
    assert page.get_by_role("status").inner_text() == "Corrected: speaker"
    assert page.get_by_role("heading", level=1).inner_text() == "Statement by Jane Roe"
    page.get_by_role("button", name="Undo").first.click()
    assert "Undone" in page.get_by_role("status").inner_text()
    assert "Jane Roe" not in page.get_by_role("heading", level=1).inner_text()


def test_places_are_taken_from_a_selection(page, record):
    entry = record.search("adrenaline").entries[0]
    page.goto(f"/statement/{entry.statement.id}")
    page.get_by_text("Move its places").click()
    page.evaluate(
        """() => {
            const node = document.querySelector("[data-text] .content").firstChild;
            getSelection().setBaseAndExtent(node, 1, node, 6);
        }"""
    )
    page.get_by_role("button", name="Take the selection as content").click()
    start, end = map(int, page.locator("#places-content").input_value().split("-"))
    content = entry.statement.content[0]
    assert (start, end) == (content.start + 1, content.start + 6)


def test_review_goes_on_by_keys(page):
    page.goto("/review")
    first = page.locator("[data-key=o]").get_attribute("href")
    page.keyboard.press("n")
    page.wait_for_url("**/review?after=*")
    assert page.locator("[data-key=o]").get_attribute("href") != first
    page.keyboard.press("c")
    page.wait_for_url("**/review?told=*")
    assert page.get_by_role("status").inner_text() == "Confirmed"


def test_a_text_is_pasted_read_and_found(page, record):
    page.goto("/add")
    page.get_by_label("Paste a text").fill(PASTED)
    page.get_by_label("Outlet").fill("The Harbour Post")
    page.get_by_label("Published").fill("2025-03-03")
    page.get_by_role("button", name="Read").click()
    page.get_by_role("heading", name="Done").wait_for()
    page.get_by_role("link", name="pasted").click()
    assert page.locator(".text .content").count() >= 2
    assert record.search("bakery OR bridge").total >= 1


def test_a_file_is_uploaded(page, tmp_path):
    (tmp_path / "note.txt").write_text("“Ferries run again,” Captain Eva Roe said.\n")
    page.goto("/add")
    page.get_by_label("Or choose text files").set_input_files(str(tmp_path / "note.txt"))
    page.get_by_role("button", name="Read").click()
    page.get_by_role("heading", name="Done").wait_for()
    assert "note.txt" in page.get_by_role("main").inner_text()


def test_reading_works_without_scripts(chromium, desk):
    context = chromium.new_context(base_url=desk, java_script_enabled=False)
    with watched(context) as page:
        page.goto("/")
        page.get_by_label("Words, a speaker").fill("vessel")
        page.get_by_role("button", name="Search").click()
        page.get_by_role("link", name="Dozens dead").first.click()
        tag = page.locator(".text .tag").first
        tag.click()
        assert "#note-" in page.url


def test_signing_in_and_out(chromium, record, reader, tmp_path):
    users = Accounts(tmp_path / "users.json")
    users.put("Eve", "editor", PASSWORD)
    settings = Settings(load_reader=lambda: reader, users=users.path)
    with (
        served(make_app(record, settings)) as address,
        watched(chromium.new_context(base_url=address)) as page,
    ):
        page.goto("/")
        assert page.get_by_role("link", name="Review").count() == 0
        page.get_by_role("link", name="Sign in").click()
        page.get_by_label("Name").fill("Eve")
        page.get_by_label("Password").fill(PASSWORD)
        page.get_by_role("button", name="Sign in").click()
        page.get_by_role("link", name="Review").click()
        assert page.get_by_role("heading", level=1).inner_text() == "Review"
        page.get_by_role("button", name="Sign out").click()
        page.get_by_role("link", name="Sign in").wait_for()
