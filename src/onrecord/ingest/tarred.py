"""A tar archive, streamed: each file in it a source of its own; nothing is written to disk."""

import tarfile
from collections.abc import Iterator
from typing import BinaryIO, cast

from onrecord.errors import LimitError
from onrecord.ingest.bounded import Bounded, Budget
from onrecord.ingest.source import Source
from onrecord.ingest.zipped import is_file_name
from onrecord.types import Failure

__all__ = ["ERRORS", "members"]

ERRORS = (tarfile.TarError, ValueError, OverflowError)
_LONGEST_HEADER = 1 << 20
_HEADERS = (tarfile.XHDTYPE, tarfile.XGLTYPE, tarfile.SOLARIS_XHDTYPE)
_LONG_NAMES = (tarfile.GNUTYPE_LONGNAME, tarfile.GNUTYPE_LONGLINK)


def members(source: Source) -> Iterator[Source | Failure]:
    """Yield each file of the archive; links and devices are passed over.

    Raises:
        LimitError: If it holds too many files, or a header too long.
    """
    # A tar packs nothing, so that its files cannot outgrow it.
    budget = Budget(source.limits, lambda: source.limits.unpacked_bytes)
    with tarfile.open(fileobj=source.stream, mode="r|", tarinfo=_Member) as archive:
        for number, member in enumerate(archive, 1):
            if number > source.limits.members:
                raise LimitError(f"holds more than {source.limits.members:,} files")
            if member.issparse():
                yield source.failure("is a sparse file, which no text is", at=member.name)
            elif member.isreg() and is_file_name(member.name):
                stream = cast("BinaryIO", archive.extractfile(member))
                yield source.inside(member.name, Bounded.buffered(stream, budget))
            # The library keeps every member it has met; a long archive would fill the memory.
            archive.members.clear()  # type: ignore[attr-defined]


class _Member(tarfile.TarInfo):
    """A member whose extended header cannot fill the memory, as the library reads it whole."""

    def _proc_member(self, archive: tarfile.TarFile) -> tarfile.TarInfo:
        if self.type in (*_HEADERS, *_LONG_NAMES) and self.size > _LONGEST_HEADER:
            raise LimitError(f"has a header of {self.size:,} bytes, which no file needs")
        return cast("tarfile.TarInfo", super()._proc_member(archive))  # type: ignore[misc]
