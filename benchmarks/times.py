"""How often times are found and right: ``python -m benchmarks.times``.

On TimeBank: days found, and their values. On the gold: when statements were said.
"""

import argparse
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

from benchmarks.gold import SETS, GoldRecord, matched, read_gold
from benchmarks.timebank import FOLDER, Marked, MarkedText, halves, read_timebank
from onrecord import Reader
from onrecord.resolve.when import Expression, expressions
from onrecord.types import Basis, Grain, Statement

_DAYS = (Grain.MINUTE, Grain.HOUR, Grain.PART_OF_DAY, Grain.DAY)
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_TO_THE_DAY = "said at, article tells, to the day"
_DATE = re.compile(r"\d{3,4}(?:$|-)")


def main() -> None:
    """Print the tables, and the mistakes where asked."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--mistakes", action="store_true", help="list what is wrong (dev half)")
    parser.add_argument("--timebank-only", action="store_true", help="do not read the gold")
    parser.add_argument("--gold", default="articles", choices=SETS, help="which articles")
    options = parser.parse_args()
    if FOLDER.exists():
        dev, other = halves(list(read_timebank()))
        _print_timebank("dev half", dev, is_telling=options.mistakes)
        _print_timebank("other half", other, is_telling=False)
    if options.timebank_only:
        return
    counts, mistakes = score_said(Reader.load(), read_gold(options.gold))
    for name, (right, total) in counts.items():
        print(f"{name:<44} {right:>4} of {total:>4}  {right / max(1, total):.1%}")
    if options.mistakes:
        print("\n".join(mistakes))


def _print_timebank(name: str, texts: Sequence[MarkedText], *, is_telling: bool) -> None:
    for what, is_day in (("days", True), ("dates of any grain", False)):
        counts, mistakes = score_times(texts, is_day=is_day)
        found, gold, both = counts["found"], counts["gold"], counts["both"]
        precision, recall = both / max(1, found), both / max(1, gold)
        f1 = 2 * both / max(1, found + gold)
        value = counts["value"] / max(1, both)
        print(
            f"TimeBank {name}, {what}: P {precision:.3f} R {recall:.3f} F1 {f1:.3f} "
            f"exact {counts['exact'] / max(1, both):.3f}; value {value:.3f} of {both} found"
        )
        if is_telling:
            print("\n".join(mistakes))


def score_times(texts: Iterable[MarkedText], *, is_day: bool) -> tuple[Counter[str], list[str]]:
    """Return counts of times found, marked, both, and with the right value; the mistakes."""
    counts: Counter[str] = Counter()
    mistakes: list[str] = []
    for text in texts:
        gold = [one for one in text.times if _is_asked(one, is_day=is_day)]
        found = [
            one
            for one in expressions(text.text, text.published)
            if one.grain in _DAYS or not is_day
        ]
        pairs = _pairs(gold, found)
        counts.update(found=len(found), gold=len(gold), both=len(pairs))
        for want, got in pairs:
            counts["exact"] += (want.start, want.end) == (got.span.start, got.span.end)
            is_right = _form(want.value, is_day=is_day) == _form(got.value, is_day=is_day)
            counts["value"] += is_right
            if not is_right:
                mistakes.append(_line(text, "value", want, got))
        mistakes += [
            _line(text, "missed", one, None) for one in gold if one not in [p[0] for p in pairs]
        ]
        mistakes += [
            _line(text, "extra", None, one) for one in found if one not in [p[1] for p in pairs]
        ]
    return counts, mistakes


def _is_asked(time: Marked, *, is_day: bool) -> bool:
    pattern = _DAY if is_day else _DATE
    return time.type in ("DATE", "TIME") and bool(pattern.match(time.value))


def _pairs(gold: Sequence[Marked], found: Sequence[Expression]) -> list[tuple[Marked, Expression]]:
    pairs = []
    free = list(found)
    for want in gold:
        got = next(
            (one for one in free if one.span.start < want.end and want.start < one.span.end), None
        )
        if got is not None:
            free.remove(got)
            pairs.append((want, got))
    return pairs


def _form(value: str, *, is_day: bool) -> str:
    value = value.split("/", maxsplit=1)[0]
    if is_day:
        return value[:10]
    value = re.sub(r"^(\d{3})X.*", r"\1", value)
    value = re.sub(r"-W(\d)$", r"-W0\1", value)
    return re.sub(r"(-XX)+$", "", value.split("T")[0])


def _line(text: MarkedText, kind: str, want: Marked | None, got: Expression | None) -> str:
    start = want.start if want else got.span.start if got else 0
    end = want.end if want else got.span.end if got else 0
    words = text.text[max(0, start - 60) : start] + "[" + text.text[start:end] + "]"
    words = (words + text.text[end : end + 40]).replace("\n", " ")
    return (
        f"{kind} {text.published} {want.value if want else None} / "
        f"{got.value if got else None}: {words}"
    )


def score_said(
    reader: Reader, gold: Iterable[GoldRecord]
) -> tuple[dict[str, tuple[int, int]], list[str]]:
    """Return how many times of saying are right out of how many, and the mistakes."""
    right: Counter[str] = Counter()
    total: Counter[str] = Counter()
    mistakes: list[str] = []
    for record in gold:
        for wanted, found in matched(record, reader.read(record.article)):
            if found is None:
                continue
            is_right = _is_right(wanted, found)
            is_told = wanted["basis"] != "published"
            names = [
                f"said at, basis {wanted['basis']}",
                "said at, article tells" if is_told else "",
                "said at, all",
            ]
            for name in filter(None, names):
                total[name] += 1
                right[name] += is_right
            if is_told:
                total[_TO_THE_DAY] += 1
                right[_TO_THE_DAY] += is_right or _is_day(wanted, found)
            if not is_right:
                mistakes.append(_said_line(record, wanted, found))
    return {name: (right[name], total[name]) for name in sorted(total)}, mistakes


def _is_right(wanted: dict[str, Any], found: Statement) -> bool:
    """Say whether a found time is the gold's; where nothing tells, that none was taken."""
    said = found.said_at
    if said is None:
        return False
    if wanted["basis"] == "published":
        return said.basis is Basis.PUBLISHED or said.value == wanted["said_at"]
    # The gold's forms have no weekend: its week stands for it.
    return bool(said.value.removesuffix("-WE") == wanted["said_at"])


def _is_day(wanted: dict[str, Any], found: Statement) -> bool:
    """Say whether a found time is of the gold's day, whatever part of it: "Monday night"."""
    said = found.said_at
    day = _DAY.match(wanted["said_at"])
    return said is not None and day is not None and said.value.startswith(day.group())


def _said_line(record: GoldRecord, wanted: dict[str, Any], found: Statement) -> str:
    said = found.said_at
    got = f"{said.value} {said.basis}" if said else "nothing"
    anchor = (found.cue or found.source or found.content)[0]
    text = record.article.text
    around = text[max(0, anchor.start - 110) : anchor.end + 60].replace("\n", " ¶ ")
    return (
        f"{record.name[:24]} {record.article.published}: {wanted['said_at']} {wanted['basis']} / "
        f"{got} [{record.article.words(found.cue)}] {around}"
    )


if __name__ == "__main__":
    main()
