"""Accuracy on PolNeAR's dev articles, by the scorer that everybody's figures come from.

``python -m benchmarks.accuracy`` reads the 84 articles of
``../shared/data/polnear/dev`` with the shipped weights, hands the statements to
``../shared/tools/score_attribution.py``, and prints the figures beside those of
others on the same articles. PolNeAR has no statements within statements, so
there is a column for the outermost ones alone.
"""

import argparse
import json
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from onrecord import Article, Reader, Statement

ROOT = Path(__file__).parents[1]
SHARED = ROOT.parent / "shared"

# Given with the task, same articles and scorer; "human" is one annotator
# against another on twenty other articles.
_OTHERS = {
    "human": {
        "attribution": 0.822,
        "attribution_half": 0.779,
        "content.exact": 0.721,
        "content.token": 0.913,
    },
    "Citron": {
        "attribution": 0.675,
        "attribution_half": 0.553,
        "content.exact": 0.479,
        "content.token": 0.734,
    },
    "GGT": {"attribution": 0.543, "content.exact": 0.438, "content.token": 0.680},
    "textacy": {"attribution": 0.349, "content.exact": 0.293, "content.token": 0.487},
}
_MEASURES = (
    ("attribution", "f1"),
    ("attribution_half", "f1"),
    ("content.exact", "f1"),
    ("content.token", "f1"),
    ("attribution.direct", "p"),
    ("attribution.direct", "r"),
    ("attribution.mixed", "p"),
    ("attribution.mixed", "r"),
    ("attribution.indirect", "p"),
    ("attribution.indirect", "r"),
)

Metrics = dict[str, dict[str, float]]


def main(arguments: Sequence[str] | None = None) -> None:
    """Read, score, and print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, default=SHARED)
    parser.add_argument("--work", type=Path, default=ROOT / "build" / "accuracy")
    parser.add_argument("--full", action="store_true", help="print the scorer's own table too")
    options = parser.parse_args(arguments)
    gold, every, outermost = write_all(options.shared, options.work)
    figures = {
        "all": metrics(options.shared, gold, every),
        "outermost": metrics(options.shared, gold, outermost),
    }
    print("\n".join(_table(figures)))
    if options.full:
        subprocess.run([*_scorer(options.shared, gold, every)], check=True)


def metrics(shared: Path, gold: Path, found: Path) -> Metrics:
    """Return the scorer's figures: precision, recall and F1 by metric."""
    command = [*_scorer(shared, gold, found), "--json"]
    result = subprocess.run(command, check=True, capture_output=True, text=True)
    scored: Metrics = json.loads(result.stdout)["metrics"]
    return scored


def write_all(shared: Path, work: Path) -> tuple[Path, Path, Path]:
    """Write the gold and what the reader finds, as the scorer reads them.

    Args:
        shared: The folder that holds ``data`` and ``tools``.
        work: Where the files go.

    Returns:
        Paths of the gold, of all statements found, and of the outermost ones.
    """
    work.mkdir(parents=True, exist_ok=True)
    gold, every, outermost = (work / f"{name}.jsonl" for name in ("gold", "all", "outermost"))
    convert = [sys.executable, str(shared / "tools" / "polnear_gold.py")]
    split = shared / "data" / "polnear" / "dev"
    subprocess.run([*convert, str(split), "--with-text", "-o", str(gold)], check=True)
    reader = Reader.load(threads=2)
    with every.open("w") as all_lines, outermost.open("w") as outermost_lines:
        for line in gold.read_text(encoding="utf-8").splitlines():
            record = json.loads(line)
            found = reader.read(Article(text=record["text"]))
            all_lines.write(_line(record["id"], found))
            top = [statement for statement in found if statement.parent is None]
            outermost_lines.write(_line(record["id"], top))
    return gold, every, outermost


def _scorer(shared: Path, gold: Path, found: Path) -> list[str]:
    script = shared / "tools" / "score_attribution.py"
    return [sys.executable, str(script), "--gold", str(gold), "--pred", str(found)]


def _table(figures: dict[str, Metrics]) -> list[str]:
    columns = [*figures, *_OTHERS]
    lines = [" ".join([f"{'':26}", *(f"{name:>10}" for name in columns)])]
    for name, kind in _MEASURES:
        cells = [f"{figures[column][name][kind]:10.3f}" for column in figures]
        for other in _OTHERS.values():
            known = other.get(name) if kind == "f1" else None
            cells.append(f"{'–':>10}" if known is None else f"{known:10.3f}")
        lines.append(" ".join([f"{name + ' ' + kind.upper():26}", *cells]))
    return lines


def _line(name: str, statements: Sequence[Statement]) -> str:
    return json.dumps({"id": name, "statements": [_spans(one) for one in statements]}) + "\n"


def _spans(statement: Statement) -> dict[str, list[list[int]]]:
    roles = {"source": statement.source, "cue": statement.cue, "content": statement.content}
    return {role: [[span.start, span.end] for span in spans] for role, spans in roles.items()}


if __name__ == "__main__":
    main()
