"""A folder of brat documents: for each article NAME.txt and NAME.ann."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Self

from onrecord.errors import OutputError
from onrecord.export import standoff
from onrecord.types import Article, Statement

__all__ = ["StandoffFolder"]


@dataclass(frozen=True, slots=True)
class StandoffFolder:
    """Writes articles side by side and never over what is already there.

    A person may have corrected an annotation since, and an output folder may
    be the one that the articles came from.
    """

    _path: Path
    _names: set[str] = field(default_factory=set)

    @classmethod
    def create(cls, path: Path) -> Self:
        """Return the folder, made where it is missing.

        Raises:
            OutputError: If it cannot be made.
        """
        try:
            path.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise OutputError(f"{path}: cannot be made a folder: {error.strerror}") from error
        return cls(path)

    def write(self, article: Article, statements: Sequence[Statement]) -> None:
        """Write one article and its statements.

        Raises:
            OutputError: If a file cannot be written, or another is there.
        """
        name = self._free_name(article)
        self._write_once(self._path / f"{name}.txt", article.text)
        self._write_once(self._path / f"{name}.ann", standoff(article, statements))

    def _free_name(self, article: Article) -> str:
        """Return a name that no article of this run has had: ``a``, ``a-2``, ``a-3``."""
        is_file = article.uri is not None and article.uri != "-"
        stem = Path(article.uri).stem if is_file and article.uri else "stdin"
        name, number = stem, 1
        while name in self._names:
            number += 1
            name = f"{stem}-{number}"
        self._names.add(name)
        return name

    def _write_once(self, path: Path, text: str) -> None:
        data = text.encode()
        try:
            if path.exists() and path.read_bytes() == data:
                return
            with path.open("xb") as file:
                file.write(data)
        except FileExistsError as error:
            raise OutputError(
                f"{path}: is there already and differs: move it or give another --output-dir"
            ) from error
        except OSError as error:
            raise OutputError(f"{path}: cannot be written: {error.strerror}") from error
