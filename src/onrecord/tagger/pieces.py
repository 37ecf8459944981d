"""Text cut into the word pieces that the network reads, each with its place."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from tokenizers import Encoding, Tokenizer

from onrecord.layout import paragraphs, quotations
from onrecord.types import Span

# How the letters of a piece are written: the base model knows only lower case.
CASES = 4
# Outside a quotation; inside one.
QUOTED = 2
# The base's vocabulary holds unused entries; the first stands for a paragraph break.
BREAK_TOKEN = "[unused0]"  # noqa: S105 - a vocabulary entry
# The marks of old wires, which the network has not seen, and those that it reads instead: as
# long, since it reads no blank. Where nothing opens with one, two apostrophes are left alone.
_TYPEWRITTEN = (("``", "\u201c "), ("''", " \u201d"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Pieces:
    """The word pieces of a text's body; every array has the shape ``(pieces,)``.

    Attributes:
        ids: Vocabulary entries, int64.
        starts: Where each piece starts in the text, in code points.
        ends: Where each piece ends, in code points.
        begins_word: Whether a piece is its word's first.
        paragraph: Number of the paragraph that a piece is in, from 0.
        case: 0 no capital, 1 first letter only, 2 all letters, 3 otherwise.
        quoted: 1 inside quotation marks (the marks included), else 0.
    """

    ids: np.ndarray
    starts: np.ndarray
    ends: np.ndarray
    begins_word: np.ndarray
    paragraph: np.ndarray
    case: np.ndarray
    quoted: np.ndarray

    def __len__(self) -> int:
        """Return the number of pieces."""
        return len(self.ids)


class Cutter:
    """Cuts texts into pieces; safe to share between threads."""

    def __init__(self, tokenizer: Tokenizer) -> None:
        """Keep the tokenizer, which must neither pad, truncate nor add tokens."""
        self._tokenizer = tokenizer
        size = tokenizer.get_vocab_size()
        self._continues = np.zeros(size, dtype=bool)
        for token, number in tokenizer.get_vocab().items():
            self._continues[number] = token.startswith("##")
        self.start_id = _id_of(tokenizer, "[CLS]")
        self.end_id = _id_of(tokenizer, "[SEP]")
        self.break_id = _id_of(tokenizer, BREAK_TOKEN)

    def cut(self, text: str, body: Sequence[Span]) -> Pieces:
        """Return the pieces of the text's body, in order.

        Args:
            text: The article's text.
            body: The parts of it to cut, in order.
        """
        blocks = paragraphs(text, body)
        quoted_parts = quotations(text, blocks)
        read = _with_marks_known(text)
        encodings = [self._encode(read[block.start : block.end]) for block in blocks]
        counts = [len(encoding.ids) for encoding in encodings]
        ids = np.fromiter((i for e in encodings for i in e.ids), dtype=np.int64, count=sum(counts))
        starts, ends = _places(encodings, blocks, counts)
        if read is not text:
            _make_marks_whole(text, read, starts, ends)
        return Pieces(
            ids=ids,
            starts=starts,
            ends=ends,
            begins_word=~self._continues[ids],
            paragraph=np.repeat(np.arange(len(blocks)), counts),
            case=_cases(text, starts, ends),
            quoted=_inside(starts, [quotation.span for quotation in quoted_parts]),
        )

    def id_of(self, token: str) -> int:
        """Return a vocabulary entry's number.

        Raises:
            KeyError: If the vocabulary does not hold the token.
        """
        return _id_of(self._tokenizer, token)

    def token_of(self, number: int) -> str:
        """Return the vocabulary entry with a number."""
        return str(self._tokenizer.id_to_token(number))

    def _encode(self, text: str) -> Encoding:
        return self._tokenizer.encode(text, add_special_tokens=False)


def _id_of(tokenizer: Tokenizer, token: str) -> int:
    number = tokenizer.token_to_id(token)
    if number is None:
        raise KeyError(token)
    return int(number)


def _with_marks_known(text: str) -> str:
    """Return a text of the same length with ``“`` and ``”`` for typewritten marks."""
    if _TYPEWRITTEN[0][0] not in text:
        return text
    for mark, known in _TYPEWRITTEN:
        text = text.replace(mark, known)
    return text


def _make_marks_whole(text: str, read: str, starts: np.ndarray, ends: np.ndarray) -> None:
    """Let a piece that stands for a typewritten mark cover both of its characters."""
    for piece, start in enumerate(starts.tolist()):
        if read[start] != text[start]:
            opens = read[start] == "\u201c"
            starts[piece], ends[piece] = (start, start + 2) if opens else (start - 1, start + 1)


def _places(
    encodings: Sequence[Encoding], blocks: Sequence[Span], counts: Sequence[int]
) -> tuple[np.ndarray, np.ndarray]:
    flat = [place for encoding in encodings for offset in encoding.offsets for place in offset]
    places = np.array(flat, dtype=np.int64).reshape(-1, 2)
    places += np.repeat([block.start for block in blocks] or [0], counts or [0])[:, None]
    return places[:, 0].copy(), places[:, 1].copy()


def _cases(text: str, starts: np.ndarray, ends: np.ndarray) -> np.ndarray:
    if len(starts) == 0:
        return np.zeros(0, dtype=np.int64)
    is_capital = np.fromiter(map(str.isupper, text), dtype=bool, count=len(text))
    capitals_before = np.concatenate([[0], np.cumsum(is_capital)])
    capitals = capitals_before[ends] - capitals_before[starts]
    cases = np.where(capitals == 0, 0, 3)
    cases[(capitals == 1) & is_capital[starts]] = 1
    cases[(capitals == ends - starts) & (capitals > 1)] = 2
    return cases


def _inside(places: np.ndarray, spans: Sequence[Span]) -> np.ndarray:
    edges = np.array([edge for span in spans for edge in (span.start, span.end)], dtype=np.int64)
    return np.searchsorted(edges, places, side="right") % 2
