"""How often pronouns and roles are resolved rightly on GUM's dev news and interviews.

Beside two simple choices: the name before, and, in news with masked names, the last
speaker. ``python -m onrecord_lab.recipes.references``
"""

import argparse
import json
from collections.abc import Sequence
from pathlib import Path

from onrecord.tagger import load
from onrecord_lab.corpora import from_gum
from onrecord_lab.gum import read_gum
from onrecord_lab.parsed import parse
from onrecord_lab.reference import accuracy, from_gum_questions

_ROOT = Path(__file__).parents[3]
_SCORER = _ROOT / "src" / "onrecord" / "resolve" / "who" / "scorer.json"
_GENRES = ("GUM_news", "GUM_interview")


def main(arguments: Sequence[str] | None = None) -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=_ROOT.parent / "shared" / "data")
    options = parser.parse_args(arguments)
    folder = options.data / "gum"
    dev = (folder / "dev.txt").read_text(encoding="utf-8").split()
    documents = list(read_gum(folder, [name for name in dev if name.startswith(_GENRES)]))
    parsed = parse(document.text for document in documents)
    articles = [from_gum(one, seen) for one, seen in zip(documents, parsed, strict=True)]
    questions = list(from_gum_questions(articles, load(threads=2)))
    card = json.loads(_SCORER.read_text(encoding="utf-8"))
    for kind in ("pronoun", "role"):
        asked = [one for one in questions if one.is_pronoun is (kind == "pronoun")]
        print(kind, {name: round(value, 3) for name, value in accuracy(asked, card[kind]).items()})


if __name__ == "__main__":
    main()
