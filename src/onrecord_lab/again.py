"""The shipped files as a network again, so that training can go on from them.

Weights are whole numbers times scales, so what comes back is the shipped network to within
rounding of its activations, not the one that was exported.
"""

import json
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import numpy_helper
from torch import nn

from onrecord.tagger.codec import legal_moves
from onrecord_lab.export import BeginBonus
from onrecord_lab.network import Network, Shape


def network_of(folder: Path) -> Network:
    """Return the network of a folder with ``model.onnx`` and ``card.json``.

    Args:
        folder: The shipped weights.
    """
    model = onnx.load(str(folder / "model.onnx"))
    arrays = {one.name: numpy_helper.to_array(one) for one in model.graph.initializer}
    card = json.loads((folder / "card.json").read_text(encoding="utf-8"))
    network = Network(Shape())
    with torch.no_grad():
        _fill(network.words.weight, arrays["words"] * arrays["words.scale"])
        _fill(network.positions.weight, arrays["places.table"])
        _fill(network.traits.weight, arrays["traits.table"])
        _normalise(network.norm, arrays, "embedded")
        named = {f"layer{number}": layer for number, layer in enumerate(network.layers)}
        for name, layer in {**named, "branch": network.branch}.items():
            for part in ("attend", "mix", "widen", "narrow"):
                module = getattr(layer, part)
                _fill(module.weight, _product(arrays, f"{name}.{part}").T)
                _fill(module.bias, arrays[f"{name}.{part}.bias"])
            _normalise(layer.norm_attention, arrays, f"{name}.between")
            _normalise(layer.norm_output, arrays, f"{name}.out")
        _fill(network.states.weight, arrays["states.weight"].T)
        _fill(network.tag.weight, arrays["scores.weight"].T)
        _fill(network.link.weight, _product(arrays, "vectors.product").T)
        _fill(network.details.weight, _product(arrays, "details.product").T)
        _fill(network.told.weight, _product(arrays, "told.product").T)
        for name, head in (
            ("scores", network.tag),
            ("vectors", network.link),
            ("plain", network.details),
            ("told", network.told),
        ):
            _fill(head.bias, arrays[f"{name}.bias"])
        legal = legal_moves()
        bonus = BeginBonus(**card["begin_bonus"])
        moves = np.asarray(card["moves"]) - bonus.as_moves() - legal
        _fill(network.moves, np.where(legal < 0, 0, moves))
        _fill(network.link_places, card["link_places"])
        _fill(network.link_none, card["link_none"])
        _fill(network.reference_places, card["reference_places"])
        _fill(network.reference_none, [card["reference_none"]])
    return network.eval()


def _product(arrays: dict[str, np.ndarray], name: str) -> np.ndarray:
    return np.asarray(arrays[f"{name}.weight"] * arrays[f"{name}.scale"])


def _normalise(norm: nn.LayerNorm, arrays: dict[str, np.ndarray], name: str) -> None:
    _fill(norm.weight, arrays[f"{name}.scale"])
    _fill(norm.bias, arrays[f"{name}.shift"])


def _fill(parameter: torch.Tensor, values: object) -> None:
    parameter.copy_(torch.from_numpy(np.array(values, dtype=np.float32)))
