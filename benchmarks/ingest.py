"""How fast each format is parsed, beside how fast what is parsed is read.

``python -m benchmarks.ingest`` puts the samples' articles into each form,
many times over, and prints words a second of processor time and the ratio to
the reader's; and for WARC the megabytes a second at which what is no page is
passed over.
"""

import argparse
import gzip
import html
import io
import json
import os
import random
import textwrap
import time
import zipfile
import zlib
from collections.abc import Callable, Sequence
from pathlib import Path

from onrecord import Article, Reader
from onrecord.ingest import read_any

_SAMPLES = Path(__file__).parents[1] / "samples"
_SEED = 20261203


def main(arguments: Sequence[str] | None = None) -> None:
    """Time every format, then the reader."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=200)
    parser.add_argument("--read", type=int, default=20, help="articles for the reader to read")
    options = parser.parse_args(arguments)
    own = [found for path in sorted(_SAMPLES.glob("*.txt")) for found in read_any(path)]
    texts = [found.text[found.body[0].start :] for found in own if isinstance(found, Article)]
    texts = (texts * (options.articles // len(texts) + 1))[: options.articles]
    speed = _reader_speed(texts[: options.read])
    print(f"the reader: {speed:,.0f} words a second, one thread")
    for name, make in _MAKERS.items():
        _time_format(name, make(texts), speed)
    _time_skipping()


def _reader_speed(texts: Sequence[str]) -> float:
    reader = Reader.load(threads=1)
    reader.read(Article(text=texts[0]))
    began = time.process_time()
    for text in texts:
        reader.read(Article(text=text))
    return sum(len(text.split()) for text in texts) / (time.process_time() - began)


def _time_format(name: str, files: Sequence[bytes], reader: float) -> None:
    list(read_any(io.BytesIO(files[0])))
    began = time.process_time()
    found = [article for data in files for article in read_any(io.BytesIO(data))]
    seconds = time.process_time() - began
    words = sum(len(article.text.split()) for article in found if isinstance(article, Article))
    print(
        f"{name}: {words / seconds:,.0f} words a second, {words / seconds / reader:.1f} x the "
        f"reader's; {sum(map(len, files)) / seconds / 1e6:.1f} MB/s, {len(found)} articles"
    )


def _time_skipping() -> None:
    noise = random.Random(_SEED).randbytes(300_000)
    record = _record(noise, "image/jpeg")
    for name, data in (("plain", record * 500), ("gzip", gzip.compress(record, 1) * 500)):
        began = time.process_time()
        list(read_any(io.BytesIO(data)))
        speed = 500 * len(record) / (time.process_time() - began) / 1e6
        print(f"warc, {name}, what is no page: {speed:,.0f} MB/s unpacked")


def _marked(text: str) -> str:
    return "".join(f"<p>{html.escape(line)}</p>\n" for line in text.splitlines() if line.strip())


def _text(texts: Sequence[str]) -> list[bytes]:
    return [text.encode() for text in texts]


def _page(texts: Sequence[str]) -> list[bytes]:
    menu = "".join(f'<li><a href="/{n}">Section {n}</a></li>' for n in range(60))
    return [
        f"<!doctype html><html lang=en><head><title>Rain</title></head><body><nav><ul>{menu}</ul>"
        f"</nav><main><article><h1>Rain</h1>{_marked(text)}</article></main></body></html>".encode()
        for text in texts
    ]


def _lines(texts: Sequence[str]) -> list[bytes]:
    return ["\n".join(json.dumps({"title": "Rain", "text": text}) for text in texts).encode()]


def _table(texts: Sequence[str]) -> list[bytes]:
    rows = (f'Rain,"{text.replace(chr(34), chr(34) * 2)}"\n' for text in texts)
    return [("title,text\n" + "".join(rows)).encode()]


def _parquet(texts: Sequence[str]) -> list[bytes]:
    import pyarrow
    import pyarrow.parquet

    data = io.BytesIO()
    pyarrow.parquet.write_table(pyarrow.Table.from_pylist([{"text": text} for text in texts]), data)
    return [data.getvalue()]


def _ninjs(texts: Sequence[str]) -> list[bytes]:
    return [
        json.dumps({"uri": "u", "type": "text", "body_xhtml": _marked(text)}).encode()
        for text in texts
    ]


def _nitf(texts: Sequence[str]) -> list[bytes]:
    return [
        f"<nitf><body><body.content>{_marked(text)}</body.content></body></nitf>".encode()
        for text in texts
    ]


def _newsml(texts: Sequence[str]) -> list[bytes]:
    return [
        b"<newsItem guid='u'><contentSet><inlineXML>"
        + nitf
        + b"</inlineXML></contentSet></newsItem>"
        for nitf in _nitf(texts)
    ]


def _feed(texts: Sequence[str]) -> list[bytes]:
    items = "".join(
        "<item><content:encoded xmlns:content='http://purl.org/rss/1.0/modules/content/'>"
        f"<![CDATA[{_marked(text)}]]></content:encoded></item>"
        for text in texts
    )
    return [f"<rss><channel>{items}</channel></rss>".encode()]


def _record(body: bytes, kind: str) -> bytes:
    answer = f"HTTP/1.1 200 OK\r\nContent-Type: {kind}\r\n\r\n".encode() + body
    return (
        "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://echo.example/\r\n"
        "Content-Type: application/http; msgtype=response\r\n"
        f"Content-Length: {len(answer)}\r\n\r\n".encode()
        + answer
        + b"\r\n\r\n"
    )


def _warc(texts: Sequence[str]) -> list[bytes]:
    return [b"".join(gzip.compress(_record(page, "text/html")) for page in _page(texts))]


def _zip(texts: Sequence[str]) -> list[bytes]:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        for number, text in enumerate(texts):
            archive.writestr(f"{number}.txt", text)
    return [data.getvalue()]


def _word(texts: Sequence[str]) -> list[bytes]:
    import docx

    files = []
    for text in texts[:20]:
        document, data = docx.Document(), io.BytesIO()
        for line in text.splitlines():
            document.add_paragraph(line)
        document.save(data)
        files.append(data.getvalue())
    return files


def _json_feed(texts: Sequence[str]) -> list[bytes]:
    items = [{"id": str(at), "content_html": _marked(text)} for at, text in enumerate(texts)]
    return [json.dumps({"version": "https://jsonfeed.org/version/1.1", "items": items}).encode()]


def _export(texts: Sequence[str]) -> list[str]:
    """Return the lines of an export as Nexis makes it, of all the texts."""
    lines = []
    for text in texts:
        count = len(text.split())
        lines += ["Rain expected", "The Echo", "March 3, 2025 Monday", "Copyright 2025 The Echo"]
        lines += [f"Length: {count} words", "Byline: Jane Doe", "Body", *text.splitlines()]
        lines += ["Load-Date: March 3, 2025", "End of Document"]
    return lines


def _press(texts: Sequence[str]) -> list[bytes]:
    return [f"1 of {len(texts)} DOCUMENTS\n{chr(10).join(_export(texts))}".encode()]


def _press_word(texts: Sequence[str]) -> list[bytes]:
    import docx

    document, data = docx.Document(), io.BytesIO()
    for line in _export(texts[:50]):
        document.add_paragraph(line)
    document.save(data)
    return [data.getvalue()]


def _pdf(texts: Sequence[str]) -> list[bytes]:
    return [_pdf_of(text.splitlines()) for text in texts[:20]]


def _press_pdf(texts: Sequence[str]) -> list[bytes]:
    return [_pdf_of(_export(texts[:50]))]


def _pdf_of(paragraphs: Sequence[str]) -> bytes:
    """Return a PDF of pages of 50 lines, compressed as most are."""
    lines = [line for text in paragraphs for line in [*textwrap.wrap(text, 90), ""]]
    pages = [lines[at : at + 50] for at in range(0, len(lines), 50)]
    kids = " ".join(f"{4 + 2 * at} 0 R" for at in range(len(pages)))
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        f"<</Type/Pages/Count {len(pages)}/Kids[{kids}]>>".encode(),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
    ]
    for at, page in enumerate(pages):
        drawn = zlib.compress(
            b"BT /F1 10 Tf 50 780 Td 14 TL\n" + b"".join(map(_drawn, page)) + b"ET"
        )
        head = f"<</Length {len(drawn)}/Filter/FlateDecode>>stream\n".encode()
        objects += [
            f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents {5 + 2 * at} 0 R"
            "/Resources<</Font<</F1 3 0 R>>>>>>".encode(),
            head + drawn + b"\nendstream",
        ]
    data, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(data))
        data += f"{number} 0 obj\n".encode() + body + b"\nendobj\n"
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    size = len(objects) + 1
    end = f"xref\n0 {size}\n0000000000 65535 f \n{table}trailer<</Size {size}/Root 1 0 R>>\n"
    return data + f"{end}startxref\n{len(data)}\n%%EOF".encode()


def _drawn(line: str) -> bytes:
    words = line.encode("cp1252", errors="replace")
    for sign in (b"\\", b"(", b")"):
        words = words.replace(sign, b"\\" + sign)
    return b"(" + words + b") Tj T*\n"


_MAKERS: dict[str, Callable[[Sequence[str]], list[bytes]]] = {
    "text": _text,
    "html": _page,
    "jsonl": _lines,
    "csv": _table,
    "parquet": _parquet,
    "ninjs": _ninjs,
    "nitf": _nitf,
    "newsml-g2": _newsml,
    "feed": _feed,
    "warc": _warc,
    "zip": _zip,
    "json-feed": _json_feed,
    "docx": _word,
    "docx, an export": _press_word,
    "pdf": _pdf,
    "pdf, an export": _press_pdf,
    "press": _press,
}


if __name__ == "__main__":
    # Set before the libraries are imported, which read it then.
    os.environ.update({"OMP_NUM_THREADS": "1", "RAYON_NUM_THREADS": "1"})
    main()
