"""Losses of a whole batch, against the same sums window by window."""

import numpy as np
import pytest

pytest.importorskip("torch")

import torch
from torch.nn import functional

from onrecord.tagger.details import ACTS, REFERENCE_SIZE, place
from onrecord.tagger.links import pair_vectors, places_between
from onrecord.tagger.pieces import Cutter
from onrecord.types import Act, Attitude, Span
from onrecord_lab.annotated import ActOf, Annotated, Reference
from onrecord_lab.base import base_tokenizer
from onrecord_lab.batches import collate
from onrecord_lab.dataset import examples, prepare_annotated
from onrecord_lab.losses import (
    Teaching,
    Weights,
    details_loss,
    hear,
    link_loss,
    reference_scores,
    run,
    tag_loss,
    word_scores,
)
from onrecord_lab.network import Network, Shape
from onrecord_lab.paths import believed, path_loss, sure
from onrecord_lab.polnear import GoldStatement

SMALL = Shape(layers=1, hidden=24, heads=2, feed_forward=32)
TEXTS = (
    "Mayor Lee said the bridges are safe. She denied that they are old.\n",
    "Ann Poe, who owns a mill, warned that it floods.\n",
)


def span(text, words):
    start = text.index(words)
    return Span(start, start + len(words))


def annotated():
    one, other = TEXTS
    lee, she = span(one, "Mayor Lee"), span(one, "She")
    said, safe = span(one, "said"), span(one, "the bridges are safe")
    denied, old = span(one, "denied"), span(one, "that they are old")
    poe, warned, floods = span(other, "Ann Poe"), span(other, "warned"), span(other, "it floods")
    mill = span(other, "a mill")
    yield Annotated(
        name="lee",
        text=one,
        statements=(
            GoldStatement(source=(lee,), cue=(said,), content=(safe,)),
            GoldStatement(source=(she,), cue=(denied,), content=(old,)),
        ),
        references=(Reference(span=she, to=(lee,)),),
        candidates=(lee, safe),
        acts=(ActOf(cue=denied, content=old, act=Act.DENY, attitude=Attitude.ASSERTION),),
    )
    yield Annotated(
        name="poe",
        text=other,
        statements=(GoldStatement(source=(poe,), cue=(warned,), content=(floods,)),),
        references=(Reference(span=span(other, "it"), to=(mill,)),),
        candidates=(poe, mill),
        acts=(ActOf(cue=warned, content=floods, act=Act.WARN, attitude=None),),
    )


@pytest.fixture(scope="module")
def chosen():
    cutter = Cutter(base_tokenizer())
    return [
        example
        for article in annotated()
        for example in examples(prepare_annotated(article, cutter), cutter, size=100)
    ]


@pytest.fixture(scope="module")
def network():
    torch.manual_seed(3)
    network = Network(SMALL).eval()
    for one in (network.link_places, network.reference_places, network.moves):
        torch.nn.init.normal_(one)
    return network


def breaks_of(example):
    return np.flatnonzero(example.window.piece[1:-1] < 0) + 1


def test_labels_cost_what_each_windows_path_costs(chosen, network):
    batch = collate(chosen)
    scores, _, _ = run(network, batch)
    total = 0.0
    for example in chosen:
        alone = collate([example])
        words = word_scores(run(network, alone)[0], alone)
        belief = sure(alone.labels, alone.lengths, words.shape[2])
        total += path_loss(words, network.legal_moves(), belief, alone.lengths).item()
    found = tag_loss(network, scores, batch).item()
    assert found == pytest.approx(total / batch.lengths.sum().item(), rel=1e-2)


def test_links_are_scored_as_the_product_scores_them(chosen, network):
    batch = collate(chosen)
    _, vectors, _ = run(network, batch)
    total = 0.0
    for row, example in enumerate(chosen):
        of_window = vectors[row].detach().numpy()
        for relation, (asking, asked, answers) in enumerate(
            (
                (example.contents, example.cues, example.cue_of),
                (example.cues, example.sources, example.source_of),
            )
        ):
            scores = pair_vectors(of_window, asking, asked, relation)
            cues = np.sort(example.cues[:, 0])
            places = places_between(asking, asked, breaks_of(example), cues)
            scores = scores + network.link_places[relation].detach().numpy()[places]
            none = np.full((len(asking), 1), network.link_none[relation].item())
            every = torch.from_numpy(np.concatenate([scores, none], axis=1))
            right = torch.from_numpy(np.where(answers < 0, len(asked), answers))
            total += functional.cross_entropy(every, right, reduction="sum").item()
    cues = sum(len(one.cues) for one in chosen)
    assert link_loss(network, vectors, batch).item() == pytest.approx(total / cues, rel=1e-4)


def test_a_phrase_is_not_asked_whether_it_is_itself(chosen, network):
    batch = collate(chosen)
    flat = run(network, batch)[2].flatten(0, 1)
    pairs = batch.references
    scores = reference_scores(network, flat, pairs)
    for number in range(len(scores)):
        (first, last), (named, named_last) = pairs.asking[number], pairs.asked[number]
        assert last < named or named_last < first
        left = flat[first, place("refers_first")] + flat[last, place("refers_last")]
        right = flat[named, place("named_first")] + flat[named_last, place("named_last")]
        wanted = left @ right / REFERENCE_SIZE**0.5 + network.reference_places[pairs.places[number]]
        assert scores[number].item() == pytest.approx(wanted.item(), abs=1e-4)
    assert pairs.is_right.sum() == 2
    assert not pairs.is_none.any()


def test_what_is_unknown_costs_nothing(chosen, network):
    batch = collate(chosen)
    _, _, details = run(network, batch)
    weights = Weights(names=0, abouts=0, kinds=0, references=0, acts=1)
    _, means = details_loss(network, details, batch, weights)
    assert set(means) == {"acts"}
    known = batch.known["acts"]
    columns = ("act_first", "act_last", "act_cue")
    flat = details.flatten(0, 1)
    scores = sum(flat[at][:, place(c)] for at, c in zip(known.at.T, columns, strict=True))
    act, attitude = scores[:, : len(ACTS)], scores[:, len(ACTS) :]
    losses = [
        functional.cross_entropy(act[[0]], known.labels[[0], 0]),
        functional.cross_entropy(act[[1]], known.labels[[1], 0]),
        functional.cross_entropy(attitude[[0]], known.labels[[0], 1]),
    ]
    assert means["acts"].item() == pytest.approx(torch.stack(losses).mean().item(), rel=1e-4)


def test_who_learned_from_an_article_does_not_teach_it(chosen, network):
    torch.manual_seed(4)
    other = Network(SMALL).eval()
    batch = collate(chosen)
    teachers = (Teaching(network=network, fold=0), Teaching(network=other, fold=1))
    taught = hear(teachers, batch, [0, 1])
    for row, one in enumerate((network, other)):
        alone = collate([chosen[row]])
        scores, _, details = run(one, alone)
        words = word_scores(scores, alone)
        belief = believed(words, one.legal_moves(), alone.lengths)
        length = alone.lengths.item()
        labels = taught.belief.labels[row, :length]
        assert torch.allclose(labels, belief.labels[0], atol=2e-2)
        columns = ("act_first", "act_last", "act_cue")
        flat = details.flatten(0, 1)
        acts = sum(flat[at][:, place(c)] for at, c in zip(alone.said.T, columns, strict=True))
        chances = acts[:, : len(ACTS)].softmax(1)
        found = taught.acts[batch.said_in == row][:, : len(ACTS)]
        assert torch.allclose(found, chances, atol=2e-2)
