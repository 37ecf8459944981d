"""What a web page gives: the article's own paragraphs, and what is stated around them."""

import datetime
import io

import pytest
from ingest_forms import ADDRESS, FIRST, PAGE, PARAGRAPHS, SECOND, THIRD

from onrecord.ingest import read_any
from onrecord.ingest.blocks import fragment_blocks
from onrecord.ingest.markup_encoding import decode_markup


def read(page, encoding="utf-8"):
    data = page if isinstance(page, bytes) else page.encode(encoding)
    [found] = read_any(io.BytesIO(data))
    return found


def page(head="", body=None):
    words = body or "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
    return f"<html><head>{head}</head><body><article>{words}</article></body></html>"


def test_paragraphs_and_quotations_are_kept_and_what_surrounds_them_left_out():
    assert read(PAGE).text == "\n\n".join(PARAGRAPHS)


def test_what_the_page_states_becomes_facts():
    article = read(PAGE)
    assert article.title == "River to rise"
    assert article.published == datetime.datetime.fromisoformat("2025-03-07T10:00:00+01:00")
    assert article.byline == "Ann Poe, Bo Lee"
    assert (article.outlet, article.url) == ("The Echo", ADDRESS)
    assert article.language == "en-GB"
    assert article.credits == ("Photo: Sam Fox/The Echo",)


@pytest.mark.parametrize(
    ("head", "fact", "value"),
    [
        (
            '<meta property="article:published_time" content="2025-03-07T10:00:00Z">',
            "published",
            datetime.datetime(2025, 3, 7, 10, tzinfo=datetime.UTC),
        ),
        ('<meta name="date" content="2025-03-07">', "published", datetime.date(2025, 3, 7)),
        ('<meta name="author" content="By Ann Poe">', "byline", "Ann Poe"),
        ('<meta name="author" content="admin">', "byline", None),
        ('<meta property="article:author" content="https://face.example/ann">', "byline", None),
        (
            '<meta property="og:title" content="It doesn&amp;#8217;t rain">',
            "title",
            "It doesn’t rain",
        ),
        ('<meta property="og:locale" content="en_US">', "language", "en-US"),
        (
            '<meta property="og:site_name" content="Echo"><title>Rain - Echo</title>',
            "title",
            "Rain",
        ),
        (
            '<script type="application/ld+json">{"@type": "NewsArticle", "author": '
            '{"name": "Ann Poe"}, "datePublished": "0001-01-01T00:00:00Z"}</script>',
            "published",
            None,
        ),
        (
            '<script type="application/ld+json">[{"@type": ["Article"], "author": "Ann Poe"}];'
            "</script>",
            "byline",
            "Ann Poe",
        ),
        ('<script type="application/ld+json">{broken</script>', "byline", None),
    ],
)
def test_each_way_of_stating_a_fact_is_known(head, fact, value):
    assert getattr(read(page(head)), fact) == value


def test_time_element_tells_the_date_and_visible_byline_the_author():
    body = f"""<h1>River</h1><span class="byline">By Ann Poe</span>
    <time datetime="2025-03-07">Friday</time><p>{FIRST}</p><p>{SECOND}</p><p>{THIRD}</p>
    <div id="comments"><a rel="author" href="#">Troll</a></div>"""
    article = read(page(body=body))
    assert (article.byline, article.published) == ("Ann Poe", datetime.date(2025, 3, 7))


@pytest.mark.parametrize(
    ("head", "above", "byline"),
    [
        ("", "<p>By Ann Poe on Monday, March 3rd, 2025 at 11:04 a.m.</p>", "Ann Poe"),
        ("", "<p>Written by Ann Poe, MS, RD on March 3, 2025</p>", "Ann Poe"),
        ("", '<span itemprop="author creator">Text: Ann Poe</span>', "Ann Poe"),
        ("", '<span class="author">20 Nov 2019 08:00 GMT</span>', None),
        ("", '<span class="author">View more articles</span>', None),
        ("", '<a rel="author">jdadmin</a>', None),
        ('<meta name="author" content="By ANN POE, AP Political Writer">', "", "ANN POE"),
        ('<meta name="author" content="Ann Poe | Special to The Echo">', "", "Ann Poe"),
        (
            '<meta name="author" content="Ann Poe, Bo Lee Jr., Cy Fox">',
            "",
            "Ann Poe, Bo Lee Jr., Cy Fox",
        ),
        ('<meta name="author" content="Associated Press">', "", "Associated Press"),
        (
            '<meta name="author" content="Ann Poe"><meta name="author" content="Bo Lee">',
            "",
            "Ann Poe, Bo Lee",
        ),
        (
            '<meta name="author" content="Ann Poe. Echo">'
            '<meta property="og:site_name" content="Echo">',
            "",
            "Ann Poe",
        ),
        (
            '<meta name="author" content="Ann Poe in Rome and Bo Lee in Ulm">',
            "",
            "Ann Poe and Bo Lee",
        ),
        ("", '<aside><h3 class="author-name">Cy Fox</h3></aside>', None),
        ("", '<div class="related-stories"><a rel="author">Cy Fox</a></div>', None),
        ("", "<p>By Sunday the river will rise.</p>", None),
        # Readers are shown more than machines are told.
        ('<meta name="author" content="Ann Poe">', "<p>By Ann Poe, Bo Lee</p>", "Ann Poe, Bo Lee"),
        # A person goes before the body that a template names.
        (
            '<script type="application/ld+json">{"@type": "NewsArticle", "author": {"@type": '
            '"Organization", "name": "Echo"}, "publisher": {"name": "Echo"}}</script>',
            '<h3 class="x-author__name">Ann Poe</h3>',
            "Ann Poe",
        ),
        # Told by pointing to another object.
        (
            '<script type="application/ld+json">{"@graph": [{"@type": "WebPage", "author": '
            '{"@id": "#7"}}, {"@type": ["Person"], "@id": "#7", "name": "Ann Poe"}]}</script>',
            "",
            "Ann Poe",
        ),
    ],
)
def test_byline_is_names_and_people_before_bodies(head, above, byline):
    words = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
    assert read(page(head, f"<h1>River to rise</h1>{above}{words}")).byline == byline


def test_day_in_the_masthead_is_todays():
    words = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
    masthead = "<header><div>Friday, March 14, 2025</div></header>"
    data = f"<html><body>{masthead}<article><h1>River</h1>{words}</article></body></html>"
    assert read(data).published is None


def test_writer_of_another_article_on_the_page_is_not_its_own():
    head = """<script type="application/ld+json">[{"@type": "NewsArticle", "headline": "River"},
    {"@type": "NewsArticle", "headline": "Rain", "author": {"name": "Bo Lee"},
    "datePublished": "2019-01-01"}, {"@type": "Article", "headline": "River", "inLanguage": "en",
    "publisher": {"name": "Echo"}}]</script>"""
    article = read(page(head))
    assert (article.title, article.outlet) == ("River", "Echo")
    assert (article.byline, article.published) == (None, None)


def test_live_page_keeps_its_posts_and_has_the_date_and_writers_of_the_whole():
    posts = [
        f'<div class="post"><time datetime="2025-03-08T1{at}:00:00Z">1{at}:00</time>'
        f"<h2>Post {at}</h2><p>{words}</p></div>"
        for at, words in enumerate(PARAGRAPHS * 2)
    ]
    head = """<script type="application/ld+json">{"@type": "LiveBlogPosting", "headline": "Flood",
    "datePublished": "2025-03-07T09:00:00Z", "author": [{"name": "Ann Poe"}, {"name": "Bo Lee"}],
    "liveBlogUpdate": [{"@type": "BlogPosting", "headline": "Post 1", "author": {"name": "Cy"},
    "datePublished": "2025-03-08T11:00:00Z"}]}</script>"""
    article = read(page(head, f"<h1>Flood</h1>{''.join(posts)}"))
    assert (article.title, article.byline) == ("Flood", "Ann Poe, Bo Lee")
    assert article.published == datetime.datetime(2025, 3, 7, 9, tzinfo=datetime.UTC)
    assert all(words in article.text for words in PARAGRAPHS)


@pytest.mark.parametrize(
    ("around", "day"),
    [
        ("<p>publiziert am 8. March 2025</p><h1>River</h1>", 8),
        ("<h1>River</h1><p>Updated March 9, 2025</p><p>First published March 7, 2025</p>", 7),
        ("<h1>River</h1><p>Ann Poe | 1 day ago</p>", None),
        ("<p>Friday, March 14, 2025</p><h1>River</h1><p>7 March 2025</p>", 7),
        (
            '<h1>River</h1><div id="comments"><p>Troll, March 9, 2025</p></div>',
            None,
        ),
        ("<h1>River</h1><script>write('Troll <i>2018-02-24 10:15:59</i>')</script>", None),
    ],
)
def test_date_is_the_publications_as_readers_see_it_or_none(around, day):
    words = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
    date = day and datetime.date(2025, 3, day)
    assert read(page(body=around + words)).published == date


def test_dateline_is_found_as_in_plain_text():
    body = f"<p>WESTBRIDGE (Reuters) — {FIRST}</p><p>{SECOND}</p><p>{THIRD}</p>"
    article = read(page(body=body))
    assert article.dateline == "WESTBRIDGE"
    assert article[article.body[0]].startswith("The river")


@pytest.mark.parametrize(
    ("declared", "encoding"),
    [
        ("utf-8", "utf-8"),
        ("utf-8", "cp1252"),
        ("iso-8859-1", "cp1252"),
        ("iso-8859-1", "utf-8"),
        ("nonsense", "cp1252"),
        ("windows-1252", "cp1252"),
        ("utf-16", "utf-16"),
        ("", "utf-16"),
    ],
)
def test_words_survive_whatever_encoding_is_declared(declared, encoding):
    text = page(f'<meta charset="{declared}">')
    assert SECOND in read(text, encoding).text


def test_some_bad_bytes_spoil_no_other_letter():
    data = page().encode().replace(b"river", b"riv\xe9r", 1)
    assert "“No more.”" in read(data).text


@pytest.mark.parametrize(
    "sign",
    ["\x01", "\x0c", "&#12x", "&#xc;", "&#1;", "&#x1f;", "&#0;", "\x00", "\uffff", "&#xD800;"],
)
def test_control_characters_spoil_no_page(sign):
    assert SECOND in read(page().replace("river", f"ri{sign}ver", 1)).text


def test_encoding_that_a_server_names_is_tried():
    assert decode_markup("<p>Заявление".encode("koi8-r"), "koi8-r") == "<p>Заявление"


@pytest.mark.parametrize(
    ("markup", "blocks"),
    [
        ("It rains &amp; pours.", ["It rains & pours."]),
        ("<p>A</p> tail <p>B</p>", ["A", "tail", "B"]),
        ("<div>A<div>B</div>C</div>", ["A", "B", "C"]),
        ("<ul><li>A</li><li>B</li></ul>", ["A", "B"]),
        ("<p>A<!-- no -->B<script>no</script>C</p>", ["ABC"]),
        ("<p>A\u00a0B  C\n D</p>", ["A\u00a0B C D"]),
        ("<figure><figcaption>no</figcaption></figure><p>A</p>", ["A"]),
        ("</div></p>A", ["A"]),
        ("", []),
    ],
)
def test_piece_of_markup_becomes_paragraphs(markup, blocks):
    assert fragment_blocks(markup) == blocks


MORE = (
    "The harbour master reads the tide off a board that was painted in the year of the great flood."
)


def test_text_goes_on_behind_a_comment():
    first = PARAGRAPHS[0].replace(" ", " <!-- --> ", 1).replace("  ", " ")
    words = "".join(f"<p>{paragraph}</p>" for paragraph in (first, *PARAGRAPHS[1:]))
    assert read(page(body=words)).text.split() == " ".join(PARAGRAPHS).split()


def test_words_in_a_sentence_are_kept_whatever_their_class_and_however_long_the_link():
    linked = (
        'The mayor has reported that <span class="link"><a href="/fine">the port will fine '
        "the owner of the ferry</a></span> for what it did."
    )
    found = read(page(body="".join(f"<p>{one}</p>" for one in (*PARAGRAPHS, linked, MORE))))
    assert "reported that the port will fine the owner of the ferry for what it did." in found.text


def test_box_that_opens_over_a_name_is_left_out():
    box = (
        '<span class="over"><img src="ng.jpg"><a href="/ng">Ann Mary Ng</a>'
        '<a href="/1">Ng says no to harbour</a> <a href="/2">Who is Ng?</a>'
        ' <a href="/3">MORE</a></span>'
    )
    named = f'Mayor <a href="/ng">Ann Ng</a>{box} defended the plan: “It was never a secret.”'
    found = read(page(body="".join(f"<p>{one}</p>" for one in (named, *PARAGRAPHS, MORE))))
    assert "Mayor Ann Ng defended the plan: “It was never a secret.”" in found.text


def test_parts_of_an_article_that_stand_apart_are_one_article():
    parts = (PARAGRAPHS * 2, [f"{MORE} {number}" for number in range(9)])
    bodies = (
        "".join(f"<p>{number}: {one} {MORE}</p>" for number, one in enumerate(part))
        for part in parts
    )
    around = (f'<div class="row"><div class="article__body">{body}</div></div>' for body in bodies)
    remarks = f"<p>I was there. {MORE}</p>" * 6
    remark = f'<div class="row"><div class="comment-body">{remarks}</div></div>'
    text = read(page(body=f"{'<hr>'.join(around)}{remark}")).text
    assert text.count("The harbour master") == len(PARAGRAPHS) * 2 + 2 * 9
    assert "I was there" not in text


def test_headline_is_no_paragraph_in_any_wording():
    head = "<title>Rain to come</title>"
    words = "".join(f"<p>{one}</p>" for one in ("Rain will come, and how", *PARAGRAPHS, MORE))
    shown = f"<h1>Rain will come, and <em>how</em></h1>{words}"
    assert read(page(head, shown)).text.startswith(PARAGRAPHS[0])


def test_link_that_holds_an_empty_element_ends_no_paragraph():
    linked = (
        'The owner of the ferry, <a href="/f">The Ferry Company <span></span></a>, announced that '
        "it would leave the port, and that its boats would be sold before the summer."
    )
    found = read(page(body="".join(f"<p>{one}</p>" for one in (*PARAGRAPHS, linked, MORE))))
    assert "announced that it would leave the port" in found.text
