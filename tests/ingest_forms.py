"""One small article in each form that news comes in; all written for these tests."""

import bz2
import gzip
import io
import json
import lzma
import quopri
import tarfile
import zipfile

import docx
import pyarrow
import pyarrow.parquet

from onrecord.ingest import Format

FIRST = (
    "The river will rise by two metres before Sunday, the water minister said on Friday, "
    "and everybody who lives below the old bridge should leave now."
)
SECOND = "“We have waited too long with this,” Jane Doe told reporters in the town hall. “No more.”"
THIRD = (
    "Her deputy, John Roe, said that the state would pay for the hotels, though he would not "
    "say for how many nights that was going to be the case."
)
PARAGRAPHS = (FIRST, SECOND, THIRD)
TEXT = "\n\n".join(PARAGRAPHS)
ADDRESS = "https://echo.example/2025/03/river"

PAGE = f"""<!doctype html>
<html lang="en-GB"><head><meta charset="utf-8"><title>River to rise | The Echo</title>
<link rel="canonical" href="{ADDRESS}">
<meta property="og:site_name" content="The Echo">
<script type="application/ld+json">{{"@context": "https://schema.org", "@graph": [
{{"@type": "NewsArticle", "headline": "River to rise", "datePublished": "2025-03-07T10:00:00+01:00",
"author": [{{"@type": "Person", "name": "Ann Poe"}}, {{"@type": "Person", "name": "Bo Lee"}}],
"publisher": {{"@type": "Organization", "name": "The Echo"}}}}]}}</script></head>
<body><div class="cookie-banner"><p>We use cookies to improve your experience. Accept all</p></div>
<nav><ul><li><a href="/">Home</a></li><li><a href="/sport">Sport</a></li></ul></nav>
<main><article><h1>River to rise</h1>
<figure><img src="a.jpg"><figcaption>The bridge on Thursday.
<span class="credit">Photo: Sam Fox/The Echo</span></figcaption></figure>
<p>{FIRST}</p><p>Read more: Floods of the past</p>
<blockquote><p>{SECOND}</p></blockquote>
<p>{THIRD}</p></article></main>
<footer><p>Copyright The Echo. All rights reserved.</p></footer></body></html>"""

XHTML = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
NITF_BODY = f"""<body><body.head><hedline><hl1>River to rise</hl1></hedline>
<byline>By Ann Poe, <byttl>Water Correspondent</byttl></byline>
<dateline><location>WESTBRIDGE</location></dateline></body.head>
<body.content><media media-type="image"><media-caption>The bridge.</media-caption>
<media-producer>Sam Fox</media-producer></media>{XHTML}</body.content></body>"""
NITF = f"""<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE nitf SYSTEM "nitf-3-4.dtd">
<nitf xml:lang="en-GB"><head><title>River</title><docdata><doc-id id-string="echo-1"/>
<date.issue norm="20250307T100000+0100"/></docdata></head>{NITF_BODY}</nitf>"""


def newsml(version="1", status="stat:usable", inside=None):
    content = (
        inside
        or f"<inlineXML contenttype='application/nitf+xml'><nitf>{NITF_BODY}</nitf></inlineXML>"
    )
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:newsml:echo.example:1"
 version="{version}" xml:lang="en-GB"><itemMeta><itemClass qcode="ninat:text"/>
<provider><name>Echo Wire</name></provider>
<versionCreated>2025-03-07T10:00:00+01:00</versionCreated>
<embargoed>2025-03-07T12:00:00Z</embargoed><pubStatus qcode="{status}"/></itemMeta>
<contentMeta><headline>River to rise</headline></contentMeta>
<contentSet>{content}</contentSet></newsItem>"""


def ninjs(**changes):
    item = {
        "uri": "urn:echo.example:1",
        "standard": {"name": "ninjs", "version": "3.0"},
        "type": "text",
        "version": "2",
        "versionCreated": "2025-03-07T09:00:00Z",
        "embargoed": "2025-03-07T12:00:00Z",
        "pubStatus": "usable",
        "language": "en",
        "by": "Ann Poe",
        "infoSources": [{"name": "Echo Wire"}],
        "headlines": [{"role": "main", "value": "River to rise"}],
        "bodies": [
            {"role": "main", "contentType": "text/plain", "value": TEXT.replace("\n\n", " ")},
            {"role": "rich", "contentType": "application/xhtml+xml", "value": XHTML},
        ],
    }
    return json.dumps({**item, **changes})


RSS = f"""<?xml version="1.0"?><rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>The Echo</title>
<language>en-GB</language><link>https://echo.example</link>
<description>News&nbsp;all day</description>
<item><title>River to rise</title><link>{ADDRESS}</link><guid>echo-1</guid>
<dc:creator>Ann Poe</dc:creator><pubDate>Fri, 07 Mar 2025 04:00:00 EST</pubDate>
<description>Short.</description><content:encoded><![CDATA[{XHTML}]]></content:encoded></item>
<item><title>Bridge closed</title><link>https://echo.example/bridge</link>
<description>The old bridge is closed.</description></item></channel></rss>"""
ATOM = f"""<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">
<title>The Echo</title><entry><id>echo-1</id>
<title type="html">River to &lt;b&gt;rise&lt;/b&gt;</title>
<link rel="alternate" href="{ADDRESS}"/><published>2025-03-07T09:00:00Z</published>
<author><name>Ann Poe</name></author><content type="xhtml">
<div xmlns="http://www.w3.org/1999/xhtml">{XHTML}</div></content></entry></feed>"""
JSON_FEED = json.dumps(
    {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "The Echo",
        "language": "en",
        "items": [
            {
                "id": "echo-1",
                "url": ADDRESS,
                "title": "River to rise",
                "content_html": XHTML,
                "date_published": "2025-03-07T09:00:00Z",
                "authors": [{"name": "Ann Poe"}],
            }
        ],
    }
)
ROW = {
    "headline": "River to rise",
    "body": TEXT,
    "date": "2025-03-07",
    "author": "Ann Poe",
    "publication": "The Echo",
    "url": ADDRESS,
}
JSONL = json.dumps(ROW) + "\n" + json.dumps({**ROW, "headline": "Again"}) + "\n"
CSV = "headline,body,date,author\n" + f'"River to rise","{TEXT}",2025-03-07,Ann Poe\n'
PRESS = f"""1 of 2 DOCUMENTS

The Echo

March 7, 2025 Friday

River to rise

BYLINE: Ann Poe

SECTION: NEWS; Pg. 1

LENGTH: 70 words

DATELINE: WESTBRIDGE

{TEXT}

LOAD-DATE: March 8, 2025

LANGUAGE: ENGLISH

2 of 2 DOCUMENTS

The Echo

March 8, 2025 Saturday

Bridge closed

LENGTH: 9 words

The old bridge is closed, the minister said.

LOAD-DATE: March 9, 2025
"""


def warc_record(page=PAGE, *, kind="text/html; charset=utf-8", status="200 OK", address=ADDRESS):
    body = page if isinstance(page, bytes) else page.encode()
    answer = (
        f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {len(body)}\r\n\r\n"
    ).encode() + body
    head = (
        "WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:1>\r\n"
        f"WARC-Date: 2025-03-07T12:00:00Z\r\nWARC-Target-URI: {address}\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(answer)}\r\n\r\n"
    )
    return head.encode() + answer + b"\r\n\r\n"


def zipped(files):
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return data.getvalue()


def tarred(files, mode="w"):
    data = io.BytesIO()
    with tarfile.open(fileobj=data, mode=mode) as archive:
        for name, content in files.items():
            member = tarfile.TarInfo(name)
            member.size = len(content.encode())
            archive.addfile(member, io.BytesIO(content.encode()))
    return data.getvalue()


def parquet(rows):
    data = io.BytesIO()
    pyarrow.parquet.write_table(pyarrow.Table.from_pylist(rows), data)
    return data.getvalue()


def word(lines):
    document, data = docx.Document(), io.BytesIO()
    for line in lines:
        document.add_paragraph(line)
    document.save(data)
    return data.getvalue()


def pdf(pages):
    """Return a PDF with these lines on its pages, as plain as one can be."""
    objects = [
        "<</Type/Catalog/Pages 2 0 R>>",
        None,
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ]
    kids = []
    for lines in pages:
        shown = " T* ".join(f"({line.translate(_ESCAPED)}) Tj" for line in lines)
        stream = f"BT /F1 10 Tf 14 TL 50 750 Td {shown} ET"
        objects.append(f"<</Length {len(stream)}>>stream\n{stream}\nendstream")
        kids.append(len(objects) + 1)
        objects.append(
            f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents {len(objects)} 0 R"
            "/Resources<</Font<</F1 3 0 R>>>>>>"
        )
    objects[1] = f"<</Type/Pages/Count {len(kids)}/Kids[{' '.join(f'{kid} 0 R' for kid in kids)}]>>"
    data, places = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(data))
        data += f"{number} 0 obj{content}endobj\n".encode()
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    end = f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}"
    trailer = f"trailer<</Size {len(objects) + 1}/Root 1 0 R>>\nstartxref\n{len(data)}\n%%EOF"
    return data + (end + trailer).encode()


_ESCAPED = {ord("("): "\\(", ord(")"): "\\)", ord("\\"): "\\\\"}

MAIL = (
    "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://echo.example/saved\r\n"
    "Subject: =?utf-8?Q?River_=E2=80=93_to_rise?=\r\nDate: Fri, 14 Mar 2025 10:00:00 -0000\r\n"
    'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="--x"\r\n\r\n'
    "----x\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable\r\n"
    "Content-Location: https://echo.example/saved\r\n\r\n"
    f"{quopri.encodestring(PAGE.encode()).decode()}\r\n----x--\r\n"
)

SAMPLES = {
    Format.TEXT: TEXT.encode(),
    Format.HTML: PAGE.encode(),
    Format.JSON: json.dumps([ROW], indent=1).encode(),
    Format.JSONL: JSONL.encode(),
    Format.CSV: CSV.encode(),
    Format.PARQUET: parquet([ROW]),
    Format.NINJS: ninjs().encode(),
    Format.NEWSML: newsml().encode(),
    Format.NITF: NITF.encode(),
    Format.FEED: RSS.encode(),
    Format.JSON_FEED: JSON_FEED.encode(),
    Format.WARC: warc_record() + warc_record(b"\x89PNG", kind="image/png") + warc_record(),
    Format.ZIP: zipped({"a.txt": TEXT, "pages/b.html": PAGE}),
    Format.TAR: tarred({"a.txt": TEXT, "pages/b.html": PAGE}),
    Format.GZIP: gzip.compress(TEXT.encode()),
    Format.DOCX: word(PARAGRAPHS),
    Format.MAIL: MAIL.encode(),
    Format.PDF: pdf([["It will rain, the minister said.", "", "She did not say when."]]),
    Format.PRESS: PRESS.encode(),
}
PACKED = {
    "gzip": gzip.compress(SAMPLES[Format.HTML]),
    "bzip2": bz2.compress(SAMPLES[Format.JSONL]),
    "xz": lzma.compress(SAMPLES[Format.CSV]),
    "tar.gz": tarred({"a.txt": TEXT}, "w:gz"),
}
