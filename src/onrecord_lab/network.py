"""The reader's network: a small BERT with a tag head and link vectors (PyTorch)."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace

import torch
from torch import nn
from torch.nn import functional

from onrecord.tagger.codec import LABELS, legal_moves
from onrecord.tagger.details import BRANCH_WIDTH, CHANNELS, WIDTH
from onrecord.tagger.links import PLACES, VECTOR_SIZE, VECTORS
from onrecord.tagger.pieces import CASES, QUOTED

STATES = 48
"""Numbers that passages are asked with, for each input."""
TELLINGS = 1 + 2 * (len(CHANNELS) + 1)
"""Labels of words: which tell a channel, and which one, or to whom something was said (BIO)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """Sizes of the network; the defaults are all-MiniLM-L6-v2's."""

    vocabulary: int = 30522
    positions: int = 512
    layers: int = 6
    hidden: int = 384
    heads: int = 12
    feed_forward: int = 1536
    dropout: float = 0.1

    def as_dict(self) -> dict[str, float]:
        """Return the sizes by name."""
        return asdict(self)


class Layer(nn.Module):
    """One transformer layer, normalised after each part (Vaswani et al. 2017)."""

    def __init__(self, shape: Shape) -> None:
        """Make a layer of the given sizes."""
        super().__init__()
        self.heads = shape.heads
        self.attend = nn.Linear(shape.hidden, 3 * shape.hidden)
        self.mix = nn.Linear(shape.hidden, shape.hidden)
        self.norm_attention = nn.LayerNorm(shape.hidden, eps=1e-12)
        self.widen = nn.Linear(shape.hidden, shape.feed_forward)
        self.narrow = nn.Linear(shape.feed_forward, shape.hidden)
        self.norm_output = nn.LayerNorm(shape.hidden, eps=1e-12)
        self.dropout = nn.Dropout(shape.dropout)

    def forward(self, states: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
        """Return the next states.

        Args:
            states: Shape ``(windows, inputs, hidden)``.
            mask: True where attention may look, or what is added to its scores; a shape
                that spreads over ``(windows, heads, inputs, inputs)``.
        """
        windows, inputs, hidden = states.shape
        heads = self.attend(states).view(windows, inputs, 3, self.heads, -1)
        query, key, value = heads.permute(2, 0, 3, 1, 4)
        mask = mask if mask.dtype is torch.bool else mask.to(query.dtype)
        seen = functional.scaled_dot_product_attention(query, key, value, attn_mask=mask)
        seen = seen.transpose(1, 2).reshape(windows, inputs, hidden)
        states = self.norm_attention(states + self.dropout(self.mix(seen)))
        wide = functional.gelu(self.widen(states))
        return self.norm_output(states + self.dropout(self.narrow(wide)))


class Network(nn.Module):
    """Encoder, tag head with transitions (a CRF), link vectors, details.

    Acts, settings and what tells them have a last layer of their own, the branch. What passages
    are asked with is a projection of the states of the last layer and the branch (``upper.py``
    learns it).
    """

    def __init__(self, shape: Shape) -> None:
        """Make a network with fresh weights."""
        super().__init__()
        self.shape = shape
        self.words = nn.Embedding(shape.vocabulary, shape.hidden)
        self.positions = nn.Embedding(shape.positions, shape.hidden)
        self.traits = nn.Embedding(CASES * QUOTED, shape.hidden)
        self.norm = nn.LayerNorm(shape.hidden, eps=1e-12)
        self.dropout = nn.Dropout(shape.dropout)
        self.layers = nn.ModuleList(Layer(shape) for _ in range(shape.layers))
        self.tag = nn.Linear(shape.hidden, len(LABELS))
        self.link = nn.Linear(shape.hidden, VECTORS * VECTOR_SIZE)
        self.moves = nn.Parameter(torch.zeros(len(LABELS) + 1, len(LABELS)))
        self.link_places = nn.Parameter(torch.zeros(2, PLACES))
        self.link_none = nn.Parameter(torch.zeros(2))
        self.details = nn.Linear(shape.hidden, WIDTH - BRANCH_WIDTH)
        self.branch = Layer(shape)
        self.told = nn.Linear(shape.hidden, BRANCH_WIDTH)
        self.tellings = nn.Linear(shape.hidden, TELLINGS)
        self.states = nn.Linear(2 * shape.hidden, STATES, bias=False)
        self.reference_places = nn.Parameter(torch.zeros(PLACES))
        self.reference_none = nn.Parameter(torch.zeros(1))
        self.register_buffer("legal", torch.from_numpy(legal_moves()))
        nn.init.zeros_(self.traits.weight)

    def forward(
        self, ids: torch.Tensor, traits: torch.Tensor, mask: torch.Tensor
    ) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
        """Return tag scores, link vectors and details of each input.

        Args:
            ids: Vocabulary entries. Shape ``(windows, inputs)``.
            traits: Case and quotation. Same shape.
            mask: True where an input is real. Same shape.

        Returns:
            Scores ``(windows, inputs, labels)``, vectors
            ``(windows, inputs, 6, size)`` and details as
            ``onrecord.tagger.details`` lays them out, float32; behind them `TELLINGS`
            scores of what is learned beside, and does not ship.
        """
        states, branch = self.encode(ids, traits, mask)
        vectors = self.link(states).float()
        vectors = vectors.view(*ids.shape, VECTORS, VECTOR_SIZE)
        heads = [self.details(states), self.told(branch), self.tellings(branch)]
        details = torch.cat(heads, dim=2)
        return self.tag(states).float(), vectors, details.float()

    def encode(
        self, ids: torch.Tensor, traits: torch.Tensor, mask: torch.Tensor
    ) -> tuple[torch.Tensor, torch.Tensor]:
        """Return the last layer's states and the branch's. Shape ``(windows, inputs, hidden)``."""
        states = self.begun(ids, traits)
        seen = mask[:, None, None, :]
        for layer in self.layers[:-1]:
            states = layer(states, seen)
        return self.layers[-1](states, seen), self.branch(states, seen)

    def begun(self, ids: torch.Tensor, traits: torch.Tensor) -> torch.Tensor:
        """Return what the first layer is given. Shape ``(windows, inputs, hidden)``."""
        at = torch.arange(ids.shape[1], device=ids.device)
        states = self.words(ids) + self.positions(at) + self.traits(traits)
        return self.dropout(self.norm(states))

    def begin_branch(self) -> None:
        """Let the branch be what the last layer is, and its heads say nothing yet."""
        self.branch.load_state_dict(self.layers[-1].state_dict())
        self.told.reset_parameters()
        self.tellings.reset_parameters()

    def legal_moves(self) -> torch.Tensor:
        """Return the score of each move from label to label. Shape ``(labels + 1, labels)``."""
        return self.moves + self.legal


def narrowed(network: Network, importance: list[torch.Tensor], width: int) -> Network:
    """Return a network whose feed-forward parts keep only their most important units.

    Structured pruning (Molchanov et al. 2017): what is left is trained on.

    Args:
        network: What to narrow.
        importance: Of each layer's units. Shape ``(feed_forward,)`` each.
        width: Units to keep in each layer.
    """
    narrow = Network(replace(network.shape, feed_forward=width))
    state = network.state_dict()
    for number, of_units in enumerate(importance):
        kept = torch.sort(torch.topk(of_units, width).indices).values
        prefix = f"layers.{number}."
        state[prefix + "widen.weight"] = state[prefix + "widen.weight"][kept]
        state[prefix + "widen.bias"] = state[prefix + "widen.bias"][kept]
        state[prefix + "narrow.weight"] = state[prefix + "narrow.weight"][:, kept]
    narrow.load_state_dict(state)
    return narrow


def load_base(network: Network, tensors: dict[str, torch.Tensor]) -> None:
    """Fill the encoder from a BERT checkpoint's tensors; extra layers are left out.

    Args:
        network: What to fill.
        tensors: By their Hugging Face names.
    """
    embeddings = "embeddings."
    with torch.no_grad():
        network.words.weight.copy_(tensors[embeddings + "word_embeddings.weight"])
        network.positions.weight.copy_(
            tensors[embeddings + "position_embeddings.weight"]
            + tensors[embeddings + "token_type_embeddings.weight"][0]
        )
        copy_named(network.norm, tensors, embeddings + "LayerNorm")
    attention = ("self.query", "self.key", "self.value"), "output.dense", "output.LayerNorm"
    fill_layers(network, tensors, attention)


def fill_layers(
    network: Network,
    tensors: dict[str, torch.Tensor],
    attention: tuple[Sequence[str], str, str],
) -> None:
    """Fill the layers from a checkpoint's tensors; its extra layers are left out.

    Args:
        network: What to fill.
        tensors: By their Hugging Face names.
        attention: Names, within a layer's attention, of query, key and value, of what
            mixes the heads, and of the normalisation after it.
    """
    thirds, mix, norm = attention
    with torch.no_grad():
        for number, layer in enumerate(network.layers):
            prefix = f"encoder.layer.{number}."
            parts = [f"{prefix}attention.{part}" for part in thirds]
            layer.attend.weight.copy_(torch.cat([tensors[f"{part}.weight"] for part in parts]))
            layer.attend.bias.copy_(torch.cat([tensors[f"{part}.bias"] for part in parts]))
            copy_named(layer.mix, tensors, f"{prefix}attention.{mix}")
            copy_named(layer.norm_attention, tensors, f"{prefix}attention.{norm}")
            copy_named(layer.widen, tensors, prefix + "intermediate.dense")
            copy_named(layer.narrow, tensors, prefix + "output.dense")
            copy_named(layer.norm_output, tensors, prefix + "output.LayerNorm")


def copy_named(module: nn.Module, tensors: dict[str, torch.Tensor], name: str) -> None:
    """Copy weight and bias of that name into a module."""
    module.weight.copy_(tensors[f"{name}.weight"])
    module.bias.copy_(tensors[f"{name}.bias"])
