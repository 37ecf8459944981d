"""Upper layers that learn with the pointer, while what they say of statements stays."""

import datetime
from dataclasses import replace

import numpy as np
import pytest

from onrecord import Article, Reader
from onrecord.pipeline import found_in
from onrecord.resolve.passages import Evidence, channel_words
from onrecord.resolve.who import load_scorer
from onrecord.tagger import load
from onrecord.tagger.pieces import Cutter
from onrecord.tagger.runtime import shipped_weights
from onrecord.types import Basis, ChannelKind, Span

torch = pytest.importorskip("torch")

from tokenizers import Tokenizer  # noqa: E402

from onrecord_lab.again import network_of  # noqa: E402
from onrecord_lab.export import About, write_weights  # noqa: E402
from onrecord_lab.network import Network, Shape  # noqa: E402
from onrecord_lab.passages import MarkedArticle  # noqa: E402
from onrecord_lab.settings import MarkedSetting  # noqa: E402
from onrecord_lab.teacher import Teacher  # noqa: E402
from onrecord_lab.upper import (  # noqa: E402
    Upper,
    UpperPlan,
    _asked,
    _lower_states,
    fit_larger,
    fit_upper,
    sights,
)

TEXT = (
    "Mayor Ann Lee spoke at a rally in Leeds on Friday.\n\n“We will win,” she told supporters.\n\n"
    "“Nobody will stop us,” Lee added.\n"
)
SMALL = Shape(layers=5, hidden=48, heads=4, feed_forward=64)


@pytest.fixture(scope="module")
def cutter():
    return Cutter(Tokenizer.from_file(str(shipped_weights() / "tokenizer.json")))


@pytest.fixture(scope="module")
def reader():
    return Reader.load()


def marked(number, day="2025-02-28"):
    article = Article(text=TEXT, published=datetime.date(2025, 3, 3))
    start = TEXT.index("rally")
    marks = tuple(
        MarkedSetting(
            cue=TEXT.index(cue),
            content=TEXT.index("“", TEXT.index(cue) - 30),
            channel=ChannelKind.SPEECH,
            channel_words=Span(start, start + len("rally")),
            said_at=day,
            basis=Basis.CONTEXT,
            addressee=None,
        )
        for cue in ("told", "added")
    )
    return MarkedArticle(name=f"article {number}", article=article, marks=marks)


@pytest.fixture(scope="module")
def seen(reader, cutter):
    articles = [marked(number) for number in range(12)]
    return list(sights(articles, lambda _: reader, channel_words(), cutter))


def test_states_asked_for_are_those_that_the_product_pools(tmp_path, seen):
    network = network_of(shipped_weights())
    tokenizer = Tokenizer.from_file(str(shipped_weights() / "tokenizer.json"))
    write_weights(tmp_path, network, tokenizer, about=About(name="x", telling=(), facts={}))
    reader = Reader(load(tmp_path), load_scorer())
    upper = Upper(network, 0).eval()
    sight = seen[0]
    states, mask = _lower_states(network, upper.lower, sight.windows)
    with torch.inference_mode():
        pooled = network.states(_asked(sight, *upper(states.float(), mask))).numpy()
    passage, _, _ = Evidence(found_in(reader.narrate(marked(0).article)), channel_words()).passage(
        range(len(sight.lesson.passage.traits))
    )
    for of_product, of_lab in (
        (passage.states, sight.lesson.passage.states),
        (passage.days.tellings.states, sight.lesson.passage.days.tellings.states),
        (passage.channels.tellings.states, sight.lesson.passage.channels.tellings.states),
    ):
        rows = pooled[of_lab.astype(int)].reshape(len(of_lab), -1)
        # The product's network works in eight bits.
        assert np.corrcoef(rows.ravel(), of_product.ravel())[0, 1] > 0.99
    assert sight.lesson.times[:, 1:].any()


def test_upper_layers_learn_and_the_lower_ones_stay(seen):
    torch.manual_seed(1)
    network = Network(SMALL).eval()
    lines = []
    plan = UpperPlan(layers=2, epochs=6, rate=1e-3, decay=0.5)
    learned, pointer = fit_upper(network, seen, plan, say=lines.append)
    losses = [float(line.rpartition(" ")[2]) for line in lines]
    assert losses[-1] < 0.7 * losses[0]
    before, after = network.state_dict(), learned.state_dict()
    changed = {
        name.split(".")[0] + name.split(".")[1]
        for name in before
        if not before[name].equal(after[name])
    }
    assert changed >= {"layers4", "branchattend", "toldweight"}
    assert not changed & {"layers0", "layers1", "layers2", "wordsweight", "tagweight", "linkweight"}
    assert not pointer.training


def test_statements_stay_exactly_what_they_are_where_the_branch_learns_alone(seen):
    torch.manual_seed(1)
    network = Network(SMALL).eval()
    plan = UpperPlan(epochs=3, rate=1e-3, decay=0.5)
    learned, _ = fit_upper(network, seen, plan, say=lambda _: None)
    window = seen[0].windows[0]
    inputs = torch.from_numpy(window.ids)[None], torch.from_numpy(window.traits)[None]
    mask = torch.ones_like(inputs[0], dtype=torch.bool)
    with torch.inference_mode():
        (scores, vectors, _), (was_scores, was_vectors, _) = (
            one(*inputs, mask) for one in (learned, network)
        )
        last, branch = learned.encode(*inputs, mask)
        was_last, was_branch = network.encode(*inputs, mask)
    assert scores.equal(was_scores)
    assert vectors.equal(was_vectors)
    assert last.equal(was_last)
    assert not branch.allclose(was_branch, atol=1e-2)


def test_what_the_last_layer_says_is_held_to_what_it_was(seen):
    torch.manual_seed(1)
    network = Network(SMALL).eval()
    window = seen[0].windows[0]
    inputs = torch.from_numpy(window.ids)[None], torch.from_numpy(window.traits)[None]
    mask = torch.ones_like(inputs[0], dtype=torch.bool)
    strayed = []
    for kept in (0.0, 30.0):
        plan = UpperPlan(layers=2, epochs=6, rate=1e-3, decay=0.5, kept=kept, kept_told=kept)
        learned, _ = fit_upper(network, seen, plan, say=lambda _: None)
        with torch.inference_mode():
            now, was = learned(*inputs, mask), network(*inputs, mask)
        strayed.append(float((now[0] - was[0]).abs().mean()))
    assert strayed[1] < 0.5 * strayed[0]


def test_what_a_larger_network_believes_is_learned_where_nobody_marked(seen):
    torch.manual_seed(1)
    teacher = Teacher(SMALL, torch.arange(SMALL.vocabulary))
    teacher.freeze(2)
    lowest = teacher.layers[1].widen.weight.clone()
    larger = fit_larger(teacher, seen, UpperPlan(epochs=6, rate=1e-3), say=lambda _: None)
    assert torch.equal(larger.maker.layers[1].widen.weight, lowest)
    beliefs = {one.lesson.name: larger.belief(one) for one in seen}
    right = [float(beliefs[one.lesson.name].times[one.lesson.times].mean()) for one in seen]
    assert np.mean(right) > 0.6
    blank = [
        replace(
            one,
            lesson=replace(
                one.lesson,
                times=np.zeros_like(one.lesson.times),
                channels=np.full_like(one.lesson.channels, -1),
            ),
        )
        for one in seen
    ]
    plan = UpperPlan(layers=2, epochs=6, rate=1e-3, decay=0.5, taught=1.0)
    lines = []
    fit_upper(Network(SMALL), blank, plan, beliefs, lines.append)
    losses = [float(line.rpartition(" ")[2]) for line in lines]
    assert losses[-1] < 0.8 * losses[0]
