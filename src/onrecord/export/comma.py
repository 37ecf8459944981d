"""CSV after RFC 4180: a header, one row a statement, every cell exact.

A spreadsheet takes a cell that begins with ``=`` for a formula and runs it.
Words are never altered without being asked, so the guard against that is an
option: one apostrophe before each cell that could be meant, and before each
that begins with an apostrophe, so that taking one away gives the words back.
"""

import csv
import io
from collections.abc import Iterable, Sequence

from onrecord.export.table import COLUMNS, Cell, row
from onrecord.types import Article, Statement

__all__ = ["csv_header", "csv_rows"]

_BYTE_ORDER_MARK = "\ufeff"
# OWASP's list for CSV injection; the full-width signs count in Japanese Excel.
_FORMULA_SIGNS = "=+-@＝＋－＠"  # fmt: skip


def csv_header(*, for_spreadsheet: bool = False) -> str:
    r"""Return the row of column names.

    >>> csv_header()[:14]
    'id,article_id,'

    Args:
        for_spreadsheet: Begin with a byte order mark, without which Excel
            takes UTF-8 for another encoding.
    """
    return (_BYTE_ORDER_MARK if for_spreadsheet else "") + _written([tuple(COLUMNS)])


def csv_rows(
    article: Article, statements: Sequence[Statement], *, for_spreadsheet: bool = False
) -> str:
    """Return the rows of an article's statements, each with its line's end (CRLF).

    Args:
        article: The article that the statements were found in.
        statements: In the order wanted.
        for_spreadsheet: Guard cells that a spreadsheet would run.
    """
    rows = [[_cell(cell) for cell in row(article, one).values()] for one in statements]
    return _written(
        [[_guarded(cell) for cell in cells] for cells in rows] if for_spreadsheet else rows
    )


def _cell(value: Cell) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return "" if value is None else str(value)


def _guarded(cell: str) -> str:
    # Some programs look past the white space in front.
    begins_formula = cell.lstrip()[:1] in _FORMULA_SIGNS if cell.strip() else False
    return f"'{cell}" if begins_formula or cell[:1] in ("'", "\t", "\r", "\n") else cell


def _written(rows: Iterable[Sequence[str]]) -> str:
    text = io.StringIO(newline="")
    csv.writer(text, lineterminator="\r\n").writerows(rows)
    return text.getvalue()
