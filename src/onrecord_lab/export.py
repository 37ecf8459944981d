"""From the trained network to the shipped files: ONNX with int8 weights.

The graph is written node by node, with ONNX Runtime's fused operators, rather
than traced: attention is one node, and so is the bias with its GELU, which makes
it half again as fast as a traced graph; the fused sum with its normalisation is
left out, since it takes six times as long as its parts (lab-log).
"""

import json
from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper
from tokenizers import Tokenizer
from torch import nn

from onrecord.tagger import Calibration, Role
from onrecord.tagger.codec import LABELS, begin
from onrecord_lab.network import Layer, Network

_FUSED = "com.microsoft"
# Processors without VNNI add two products of bytes in 16 bits. With weights up
# to 127 one sum in 100,000 overflows there, with 96 one in 20 million, whose
# error is lost in the rounding (lab-log 2026-11-23); 63 would rule it out, but
# costs 0.3 points of attribution.
WEIGHT_LIMIT = 96
# The table of words is only looked up, never multiplied: all 8 bits.
TABLE_LIMIT = 127
_SCALE_PARTS = (1.0, 0.95, 0.9, 0.85, 0.8, 0.75, 0.7)


@dataclass(frozen=True, slots=True, kw_only=True)
class BeginBonus:
    """What is added to each label that begins a span, to find more of them.

    Training leaves the network shy: it misses more than it invents.
    """

    source: float = 0.0
    cue: float = 0.0
    content: float = 0.0

    def as_moves(self) -> np.ndarray:
        """Return the bonus as moves. Shape ``(1, labels)``."""
        moves = np.zeros((1, len(LABELS)), dtype=np.float32)
        for role in Role:
            moves[0, begin(role)] = getattr(self, role.value)
        return moves


NO_BONUS = BeginBonus()
AS_IT_IS = Calibration()


@dataclass(frozen=True, slots=True, kw_only=True)
class Tuning:
    """What is chosen on dev after training.

    Attributes:
        begin_bonus: Added to the moves.
        calibration: From products of probabilities to confidence.
    """

    begin_bonus: BeginBonus = NO_BONUS
    calibration: Calibration = AS_IT_IS


UNTUNED = Tuning()


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """What the card tells of the weights.

    Attributes:
        name: Their version, kept with every finding.
        telling: Words that are more often a cue than not.
        facts: What else: data, base, how it was trained.
    """

    name: str
    telling: tuple[str, ...]
    facts: dict[str, object]


class _Graph:
    """A graph in the making: nodes, and the arrays that they need."""

    def __init__(self, *, is_int8: bool) -> None:
        self.is_int8 = is_int8
        self.nodes: list[onnx.NodeProto] = []
        self.arrays: list[onnx.TensorProto] = []

    def array(self, name: str, values: np.ndarray) -> str:
        self.arrays.append(numpy_helper.from_array(np.ascontiguousarray(values), name))
        return name

    def node(self, kind: str, inputs: list[str], name: str, **options: object) -> str:
        self.nodes.append(helper.make_node(kind, inputs, [name], name=name, **options))
        return name

    def product(self, states: str, weight: np.ndarray, name: str) -> str:
        """Multiply states by a weight of shape ``(inputs, outputs)``."""
        if not self.is_int8:
            return self.node("MatMul", [states, self.array(f"{name}.weight", weight)], name)
        whole, scale = quantized(weight, axis=0, limit=WEIGHT_LIMIT)
        parts = [
            self.array(f"{name}.weight", whole),
            self.array(f"{name}.scale", scale[0]),
            self.array(f"{name}.zero", np.zeros(whole.shape[1], dtype=np.int8)),
        ]
        return self.node("DynamicQuantizeMatMul", [states, *parts], name, domain=_FUSED)

    def sum_normalised(self, parts: list[str], norm: str, module: object) -> str:
        """Normalise a sum; the plain operators take a sixth of the fused one's time."""
        total = parts[0]
        for number, part in enumerate(parts[1:]):
            total = self.node("Add", [total, part], f"{norm}.sum{number}")
        scale = self.array(f"{norm}.scale", _values(module.weight))
        shift = self.array(f"{norm}.shift", _values(module.bias))
        inputs = [total, scale, shift]
        return self.node("LayerNormalization", inputs, norm, axis=-1, epsilon=1e-12)


def quantized(weight: np.ndarray, *, axis: int, limit: int) -> tuple[np.ndarray, np.ndarray]:
    """Return int8 values up to a limit and their scales, one for each line across ``axis``.

    Of several scales, each line gets the one that loses least (squared error):
    cutting a few large weights often makes all others finer.
    """
    largest = np.abs(weight).max(axis=axis, keepdims=True)
    largest = np.where(largest == 0, 1, largest).astype(np.float32)
    best = largest / limit
    least = np.full(largest.shape, np.inf)
    for part in _SCALE_PARTS:
        scale = largest * np.float32(part) / limit
        loss = ((_whole(weight, scale, limit) * scale - weight) ** 2).sum(axis=axis, keepdims=True)
        best = np.where(loss < least, scale, best)
        least = np.minimum(loss, least)
    return _whole(weight, best, limit).astype(np.int8), best


def _whole(weight: np.ndarray, scale: np.ndarray, limit: int) -> np.ndarray:
    return np.clip(np.round(weight / scale), -limit, limit)


def make_model(network: Network, *, is_int8: bool) -> onnx.ModelProto:
    """Return the network as an ONNX model.

    Inputs ``ids`` and ``traits``, shape ``(windows, inputs)``, int64; all
    windows of one run must have the same length, as nothing is masked.
    Outputs ``scores``, ``vectors``, ``details`` and ``states``, as ``tagger.runtime`` says.
    """
    graph = _Graph(is_int8=is_int8)
    states = _embed(graph, network)
    *layers, last = network.layers
    for number, layer in enumerate(layers):
        states = _layer(graph, layer, states, f"layer{number}")
    branch = _layer(graph, network.branch, states, "branch")
    states = _layer(graph, last, states, f"layer{len(layers)}")
    both = graph.node("Concat", [states, branch], "states.both", axis=-1)
    # In half the bytes: what is asked of them needs no more.
    projection = graph.array("states.weight", _values(network.states.weight).T.astype(np.float16))
    projection = graph.node("Cast", [projection], "states.cast", to=TensorProto.FLOAT)
    graph.node("MatMul", [both, projection], "states")
    # Seven labels are quick in fp32, and all rests on them.
    labels = graph.array("scores.weight", _values(network.tag.weight).T)
    heads = (
        ("scores", network.tag, graph.node("MatMul", [states, labels], "scores.product")),
        ("vectors", network.link, _head(graph, network.link, states, "vectors.product")),
        ("plain", network.details, _head(graph, network.details, states, "details.product")),
        ("told", network.told, _head(graph, network.told, branch, "told.product")),
    )
    for name, head, product in heads:
        graph.node("Add", [product, graph.array(f"{name}.bias", _values(head.bias))], name)
    graph.node("Concat", ["plain", "told"], "details", axis=-1)
    widths = {
        "scores": network.tag.out_features,
        "vectors": network.link.out_features,
        "details": network.details.out_features + network.told.out_features,
        "states": network.states.out_features,
    }
    shape = ("windows", "inputs")
    inputs = [helper.make_tensor_value_info(n, TensorProto.INT64, shape) for n in ("ids", "traits")]
    outputs = [
        helper.make_tensor_value_info(name, TensorProto.FLOAT, (*shape, width))
        for name, width in widths.items()
    ]
    made = helper.make_graph(graph.nodes, "reader", inputs, outputs, graph.arrays)
    versions = [helper.make_opsetid("", 17), helper.make_opsetid(_FUSED, 1)]
    return helper.make_model(made, opset_imports=versions, ir_version=8)


def _head(graph: _Graph, head: nn.Linear, states: str, name: str) -> str:
    return graph.product(states, _values(head.weight).T, name)


def write_weights(
    folder: Path,
    network: Network,
    tokenizer: Tokenizer,
    *,
    about: About,
    tuning: Tuning = UNTUNED,
) -> None:
    """Write the files that the product loads.

    Args:
        folder: Where ``model.onnx``, ``tokenizer.json`` and ``card.json`` go.
        network: The trained network.
        tokenizer: The base's.
        about: What the card tells of the weights.
        tuning: What was chosen on dev.
    """
    folder.mkdir(parents=True, exist_ok=True)
    onnx.save(make_model(network, is_int8=True), str(folder / "model.onnx"))
    tokenizer.save(str(folder / "tokenizer.json"), pretty=False)
    decoder = {
        "moves": _rounded(_values(network.moves + network.legal) + tuning.begin_bonus.as_moves()),
        "link_places": _rounded(_values(network.link_places)),
        "link_none": _rounded(_values(network.link_none)),
        "reference_places": _rounded(_values(network.reference_places)),
        "reference_none": _rounded(_values(network.reference_none))[0],
        "telling": list(about.telling),
        "begin_bonus": asdict(tuning.begin_bonus),
        "calibration": asdict(tuning.calibration),
    }
    card = {"name": about.name, **about.facts, **decoder}
    (folder / "card.json").write_text(json.dumps(card, indent=1) + "\n", encoding="utf-8")


def _embed(graph: _Graph, network: Network) -> str:
    words = _values(network.words.weight)
    if graph.is_int8:
        whole, scale = quantized(words, axis=1, limit=TABLE_LIMIT)
        found = graph.node("Gather", [graph.array("words", whole), "ids"], "words.found")
        found = graph.node("Cast", [found], "words.cast", to=TensorProto.FLOAT)
        by = graph.node("Gather", [graph.array("words.scale", scale), "ids"], "words.by")
        found = graph.node("Mul", [found, by], "words.scaled")
    else:
        found = graph.node("Gather", [graph.array("words", words), "ids"], "words.found")
    traits = graph.array("traits.table", _values(network.traits.weight))
    found = graph.node(
        "Add", [found, graph.node("Gather", [traits, "traits"], "traits.found")], "named"
    )
    zero, one, two = (graph.array(f"at{i}", np.array([i], dtype=np.int64)) for i in range(3))
    size = graph.node("Shape", ["ids"], "size")
    length = graph.node("Slice", [size, one, two], "length")
    places = graph.array("places.table", _values(network.positions.weight))
    places = graph.node("Slice", [places, zero, length], "places")
    spread = graph.node(
        "Concat", [size, graph.array("width", np.array([words.shape[1]]))], "spread", axis=0
    )
    places = graph.node("Expand", [places, spread], "places.spread")
    return graph.sum_normalised([found, places], "embedded", network.norm)


def _layer(graph: _Graph, layer: Layer, states: str, name: str) -> str:
    def bias(part: str) -> str:
        return graph.array(f"{name}.{part}.bias", _values(getattr(layer, part).bias))

    def product(part: str, inputs: str) -> str:
        return graph.product(inputs, _values(getattr(layer, part).weight).T, f"{name}.{part}")

    hidden = layer.mix.out_features
    joint = graph.node("Add", [product("attend", states), bias("attend")], f"{name}.joint")
    thirds = [f"{name}.{part}" for part in ("query", "key", "value")]
    sizes = graph.array(f"{name}.sizes", np.array([hidden] * 3))
    graph.nodes.append(helper.make_node("Split", [joint, sizes], thirds, axis=-1))
    seen = graph.node(
        "MultiHeadAttention", thirds, f"{name}.seen", domain=_FUSED, num_heads=layer.heads
    )
    mixed = product("mix", seen)
    parts = [mixed, bias("mix"), states]
    states = graph.sum_normalised(parts, f"{name}.between", layer.norm_attention)
    wide = graph.node(
        "BiasGelu", [product("widen", states), bias("widen")], f"{name}.wide", domain=_FUSED
    )
    narrow = product("narrow", wide)
    parts = [narrow, bias("narrow"), states]
    return graph.sum_normalised(parts, f"{name}.out", layer.norm_output)


def _values(tensor: object) -> np.ndarray:
    return np.asarray(tensor.detach().float().numpy())


def _rounded(values: np.ndarray) -> list[list[float]] | list[float]:
    return np.round(values.astype(np.float64), 5).tolist()
