"""Training in one process and in two."""

import json
from dataclasses import replace

import pytest

pytest.importorskip("torch")

import torch

from onrecord.tagger.pieces import Cutter
from onrecord.types import Act, Attitude, Basis, ChannelKind, Span
from onrecord_lab.annotated import ActOf, Annotated, SettingOf, Telling
from onrecord_lab.base import base_tokenizer
from onrecord_lab.dataset import prepare, prepare_annotated
from onrecord_lab.losses import Teaching, Weights
from onrecord_lab.network import Network, Shape
from onrecord_lab.polnear import GoldArticle, GoldStatement
from onrecord_lab.train import Company, Plan, train

SMALL = Shape(layers=1, hidden=24, heads=2, feed_forward=32)


@pytest.fixture(scope="module")
def cutter():
    return Cutter(base_tokenizer())


def article(number):
    text = f"Mayor Lee said the {number} bridges are safe. Ann Poe denied it.\n"
    at = text.index("the")
    said = GoldStatement(
        source=(Span(0, 9),), cue=(Span(10, 14),), content=(Span(at, text.index(" Ann") - 1),)
    )
    return GoldArticle(name=str(number), annotator="a", text=text, statements=(said,))


@pytest.mark.parametrize("processes", [1, 2])
def test_loss_falls_and_the_mean_is_kept(processes, cutter, tmp_path):
    articles = [prepare(article(number), cutter) for number in range(160)]
    torch.manual_seed(1)
    network = Network(SMALL)
    plan = Plan(epochs=3, batch=4, encoder_rate=3e-3, head_rate=3e-3, processes=processes)
    average = train(network, lambda _: articles, cutter, plan, tmp_path)
    log = (tmp_path / "log.jsonl").read_text(encoding="utf-8").splitlines()
    losses = [json.loads(line)["tag"] for line in log]
    assert losses[-1] < losses[0] / 2
    assert not average.training
    assert (tmp_path / "average-3.pt").exists()


def test_batch_with_nothing_of_what_alone_learns_is_passed_over(cutter, tmp_path):
    articles = [prepare(article(number), cutter) for number in range(8)]
    only = ("branch", "told", "tellings")
    plan = Plan(epochs=1, batch=4, only=only, details=Weights(settings=1.0))
    network = Network(SMALL)
    before = network.told.weight.clone()
    train(network, lambda _: articles, cutter, plan, tmp_path)
    assert network.told.weight.equal(before)


def test_teachers_belief_is_learned_where_nobody_marked_anything(cutter, tmp_path):
    marked = [prepare(article(number), cutter) for number in range(160)]
    torch.manual_seed(1)
    plan = Plan(epochs=2, batch=4, encoder_rate=3e-3, head_rate=3e-3)
    teacher = train(Network(SMALL), lambda _: marked, cutter, plan, tmp_path)
    unmarked = [
        prepare(GoldArticle(name=a.name, annotator="silver", text=a.text, statements=()), cutter)
        for a in map(article, range(160))
    ]
    student = tmp_path / "student"
    student.mkdir()
    torch.manual_seed(2)
    plan = replace(plan, kept=0.1)
    company = Company(teachers=(Teaching(network=teacher),), keeper=teacher)
    average = train(Network(SMALL), lambda _: unmarked, cutter, plan, student, company)
    window = torch.tensor([[101, *range(2000, 2010), 102]])
    inputs = (window, torch.zeros_like(window), torch.ones_like(window, dtype=torch.bool))
    with torch.no_grad():
        apart = (average(*inputs)[0] - teacher(*inputs)[0]).abs().mean()
        fresh = (Network(SMALL).eval()(*inputs)[0] - teacher(*inputs)[0]).abs().mean()
        details = (average(*inputs)[2] - teacher(*inputs)[2]).abs().mean()
        others = (Network(SMALL).eval()(*inputs)[2] - teacher(*inputs)[2]).abs().mean()
    assert apart < fresh
    assert details < others


def test_branch_learns_and_all_else_stays(cutter, tmp_path):
    def told(number):
        gold = article(number)
        cue, content = gold.statements[0].cue[0], gold.statements[0].content[0]
        channel = ChannelKind.SPEECH if number % 2 else None
        setting = SettingOf(cue=cue, content=content, channel=channel, basis=Basis.STATED)
        act = ActOf(cue=cue, content=content, act=Act.DENY, attitude=Attitude.ASSERTION)
        return Annotated(
            name=gold.name,
            text=gold.text,
            statements=gold.statements,
            acts=(act,),
            settings=(setting,),
            tellings=(Telling(span=Span(0, 5), channel=ChannelKind.SPEECH),),
        )

    torch.manual_seed(1)
    network = Network(SMALL)
    network.begin_branch()
    before = {name: one.clone() for name, one in network.state_dict().items()}
    only = ("branch", "told", "tellings")
    weights = Weights(
        names=0, abouts=0, kinds=0, references=0, acts=0.3, settings=0.3, tellings=0.5
    )
    plan = Plan(epochs=3, batch=4, encoder_rate=3e-3, head_rate=3e-3, only=only, details=weights)
    articles = [prepare_annotated(told(number), cutter) for number in range(160)]
    average = train(network, lambda _: articles, cutter, plan, tmp_path)
    changed = {
        name.split(".")[0]
        for name, one in average.state_dict().items()
        if not torch.equal(one, before[name])
    }
    assert changed == set(only)
    log = (tmp_path / "log.jsonl").read_text(encoding="utf-8").splitlines()
    first, last = json.loads(log[0]), json.loads(log[-1])
    for part in ("acts", "settings", "tellings"):
        assert last[part] < first[part]
