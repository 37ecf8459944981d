"""Broken weights are told plainly, and confidence is a probability."""

import shutil

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.errors import WeightsError
from onrecord.tagger import Calibration, load, runtime
from onrecord.tagger.runtime import load_card, load_engine, shipped_weights


def test_missing_network_is_told_with_its_path(tmp_path):
    with pytest.raises(WeightsError, match=r"model\.onnx.*install onrecord anew"):
        load_engine(tmp_path, threads=1)


def test_damaged_network_is_told_with_its_path(tmp_path):
    (tmp_path / "model.onnx").write_bytes(b"no network")
    with pytest.raises(WeightsError, match=r"model\.onnx"):
        load_engine(tmp_path, threads=1)


def test_network_of_an_older_version_is_told_by_what_it_lacks(monkeypatch):
    monkeypatch.setattr(runtime, "_OUTPUTS", ("scores", "dreams"))
    with pytest.raises(WeightsError, match=r"model\.onnx lacks dreams: made by an older version"):
        load_engine(shipped_weights(), threads=1)


@pytest.mark.parametrize("card", ["", "{}", "[]", '{"name": "x"}'])
def test_damaged_card_is_told_with_its_path(tmp_path, card):
    (tmp_path / "card.json").write_text(card)
    with pytest.raises(WeightsError, match=r"card\.json"):
        load_card(tmp_path)


def test_weights_may_lie_elsewhere(tmp_path):
    folder = tmp_path / "weights"
    shutil.copytree(shipped_weights(), folder)
    assert load(folder).weights == load().weights


def test_shipped_network_is_small_enough_for_the_repository():
    assert (shipped_weights() / "model.onnx").stat().st_size <= 26_000_000


@given(st.floats(0, 1), st.floats(0.1, 3), st.floats(-3, 3))
def test_confidence_is_a_probability(product, slope, offset):
    confidence = Calibration(slope=slope, offset=offset).confidence(product)
    assert 0 <= confidence <= 1
