"""Accuracy on PolNeAR's dev articles, by the scorer that everybody's figures come from.

``python -m benchmarks.accuracy`` reads the 84 articles of
``../shared/data/polnear/dev`` with the shipped weights, and hands the
statements to ``../shared/tools/score_attribution.py``.
"""

import argparse
import json
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from onrecord import Article, Reader, Statement

_ROOT = Path(__file__).parents[1]
SHARED = _ROOT.parent / "shared"


def main(arguments: Sequence[str] | None = None) -> None:
    """Write gold and findings, and print the scorer's table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, default=SHARED)
    parser.add_argument("--work", type=Path, default=_ROOT / "build" / "accuracy")
    parser.add_argument("--articles", type=int, help="only so many, the first by name")
    parser.add_argument("--json", action="store_true", help="print JSON instead of a table")
    options = parser.parse_args(arguments)
    gold, found = write_both(options.shared, options.work, options.articles)
    score = [sys.executable, str(options.shared / "tools" / "score_attribution.py")]
    flags = ["--json"] if options.json else []
    subprocess.run([*score, "--gold", str(gold), "--pred", str(found), *flags], check=True)


def write_both(shared: Path, work: Path, articles: int | None = None) -> tuple[Path, Path]:
    """Write the gold and what the reader finds, as the scorer reads them.

    Args:
        shared: The folder that holds ``data`` and ``tools``.
        work: Where the two files go.
        articles: Only so many, the first by name; all where None.

    Returns:
        The gold's path and the findings'.
    """
    work.mkdir(parents=True, exist_ok=True)
    gold, found = work / "gold.jsonl", work / "found.jsonl"
    convert = [sys.executable, str(shared / "tools" / "polnear_gold.py")]
    split = shared / "data" / "polnear" / "dev"
    subprocess.run([*convert, str(split), "--with-text", "-o", str(gold)], check=True)
    lines = gold.read_text(encoding="utf-8").splitlines()[:articles]
    gold.write_text("\n".join(lines) + "\n", encoding="utf-8")
    found.write_text("".join(f"{line}\n" for line in _found(lines)), encoding="utf-8")
    return gold, found


def _found(lines: Sequence[str]) -> Iterator[str]:
    reader = Reader.load()
    for line in lines:
        record = json.loads(line)
        statements = reader.read(Article(text=record["text"]))
        yield json.dumps({"id": record["id"], "statements": [_spans(s) for s in statements]})


def _spans(statement: Statement) -> dict[str, list[list[int]]]:
    roles = {"source": statement.source, "cue": statement.cue, "content": statement.content}
    return {role: [[span.start, span.end] for span in spans] for role, spans in roles.items()}


if __name__ == "__main__":
    main()
