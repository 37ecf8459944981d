"""How sure times and channels are that a passage lends: ``python -m benchmarks.lent``.

On the gold whose mistakes were looked at, or another: how likely what is lent is said to be,
and how often it was right. ``--fit`` tells the numbers that make the one of the other, for
``onrecord_lab.pointer.card_of``.
"""

import argparse
from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import pairwise

import numpy as np

from benchmarks.gold import SETS, matched, read_gold
from onrecord import Reader
from onrecord.pipeline import found_in
from onrecord.resolve.passages import Lent, Pointer, pointer, with_passages
from onrecord.tagger import Calibration
from onrecord.types import How, SaidAt
from onrecord_lab.calibration import fit_line

LOOKED_AT = ("articles", "dev", "newsroom", "press-dev", "papers-dev", "desks-dev")
_BOUNDS = (0.0, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.01)
_DAY = len("2025-03-02")
_LEAST = 1e-4


class Telling(Pointer):
    """A pointer that tells with a probability of what it is: one and a half is half of `Lent` 1."""

    def sure(self, chance: float, lent: Lent) -> float:
        """Return the number of what is lent, and its probability behind the point."""
        return lent + min(chance, 1 - _LEAST)


Judged = dict[Lent, list[tuple[float, bool]]]


def main() -> None:
    """Print how sure and how right, by what is lent."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--gold", nargs="+", default=LOOKED_AT, choices=SETS, help="which articles")
    parser.add_argument("--fit", action="store_true", help="tell offsets and slopes, too")
    options = parser.parse_args()
    shipped = pointer()
    judged = judge(Reader.load(), options.gold, Telling(shipped.arrays))
    for lent in Lent:
        found = judged[lent]
        told = [(shipped.sure(chance, lent), is_right) for chance, is_right in found]
        right = sum(is_right for _, is_right in found)
        print(f"{lent.name.lower().replace('_', ' ')}: {right} of {len(found)} right")
        for low, high in pairwise(_BOUNDS):
            some = [(sure, is_right) for sure, is_right in told if low <= sure < high]
            if some:
                said, right = np.mean(some, axis=0)
                print(f"  said {said:.2f}, right {right:.2f} of {len(some)}")
        if options.fit:
            line = fitted(found)
            print(f"  offset {line.offset:.3f}, slope {line.slope:.3f}")


def judge(reader: Reader, sets: Iterable[str], weights: Telling) -> Judged:
    """Return, by what is lent, the pointer's probabilities and whether each was right."""
    judged: Judged = defaultdict(list)
    for name in sets:
        for record in read_gold(name):
            found = found_in(reader.narrate(record.article))
            ways, times = with_passages(found, weights)
            statements = found.narration.statements
            settings = dict(
                zip((one.id for one in statements), zip(ways, times, strict=True), strict=True)
            )
            for gold, one in matched(record, statements):
                if one is not None:
                    way, time = settings[one.id]
                    _judge_time(judged, gold, time)
                    _judge_channel(judged, gold, way)
    return judged


def fitted(found: Sequence[tuple[float, bool]]) -> Calibration:
    """Return the line by which probabilities become shares."""
    chances, right = np.array(found, dtype=np.float64).reshape(-1, 2).T
    chances = np.clip(chances, _LEAST, 1 - _LEAST)
    return fit_line(np.log(chances / (1 - chances)), right > 0)


def _judge_time(judged: Judged, gold: dict[str, object], time: SaidAt | None) -> None:
    if "basis" in gold and time is not None and time.confidence is not None:
        wanted = gold["said_at"] if gold["basis"] != "published" else None
        is_right = wanted is not None and time.value[:_DAY] == str(wanted)[:_DAY]
        _add(judged, time.confidence, is_right=is_right)


def _judge_channel(judged: Judged, gold: dict[str, object], way: How) -> None:
    channel = way.channel
    if "channel" in gold and channel is not None and channel.confidence is not None:
        _add(judged, channel.confidence, is_right=str(channel.kind) == gold["channel"])


def _add(judged: Judged, told: float, *, is_right: bool) -> None:
    lent = Lent(int(told))
    judged[lent].append((told - lent, is_right))


if __name__ == "__main__":
    main()
