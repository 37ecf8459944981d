import io
import sys

import pytest
from any_statement import readings
from by_hand import one
from hypothesis import given, settings
from hypothesis import strategies as st
from pyarrow import parquet

from onrecord.errors import ExtraError
from onrecord.export import COLUMNS, ParquetTable, row


def written(read):
    sink = io.BytesIO()
    with ParquetTable.open(sink) as table:
        for article, statements in read:
            table.write(article, statements)
    return parquet.ParquetFile(io.BytesIO(sink.getvalue()))


@settings(max_examples=30)
@given(st.lists(readings(), max_size=3))
def test_rows_read_back_as_they_are(read):
    wanted = [row(article, one) for article, statements in read for one in statements]
    assert written(read).read().to_pylist() == wanted


def test_no_statement_is_a_table_with_columns_all_the_same():
    table = written([]).read()
    assert (table.num_rows, table.column_names) == (0, list(COLUMNS))
    types = {str: "string", float: "double", bool: "bool"}
    assert [str(kind) for kind in table.schema.types] == [types[t] for t in COLUMNS.values()]


def test_many_articles_share_a_group_and_no_group_holds_them_all(monkeypatch):
    monkeypatch.setattr("onrecord.export.parquet._GROUP_ROWS", 4)
    article, said = one("It rains, she said.", content="It rains", source="she", cue="said")
    table = written([(article, [said])] * 10)
    assert [table.metadata.row_group(n).num_rows for n in range(table.num_row_groups)] == [4, 4, 2]


def test_missing_pyarrow_is_told_with_the_way_to_get_it(monkeypatch):
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(ExtraError, match=r"pip install 'onrecord\[tables\]'"):
        ParquetTable.open(io.BytesIO())
