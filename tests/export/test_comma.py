import csv
import io

import pytest
from any_statement import TEXTS, readings
from by_hand import one
from hypothesis import given

from onrecord.export import COLUMNS, csv_header, csv_rows, row
from onrecord.export.comma import _cell, _guarded


def read(text):
    return list(csv.reader(io.StringIO(text, newline=""), strict=True))


@given(readings())
def test_cells_read_back_exactly_as_they_are(reading):
    article, statements = reading
    found = read(csv_header() + csv_rows(article, statements))
    wanted = [[_cell(cell) for cell in row(article, one).values()] for one in statements]
    assert found == [list(COLUMNS), *wanted]


@given(readings())
def test_one_apostrophe_less_gives_a_guarded_row_back(reading):
    article, statements = reading
    exact = read(csv_rows(article, statements))
    guarded = read(csv_rows(article, statements, for_spreadsheet=True))
    assert [[cell.removeprefix("'") for cell in cells] for cells in guarded] == exact


@given(TEXTS)
def test_nothing_that_could_be_run_is_left_at_a_cells_begin(words):
    assert _guarded(words).lstrip()[:1] not in tuple("=+-@＝＋－＠")
    assert _guarded(words)[:1] not in ("\t", "\r", "\n")
    assert _guarded(words).endswith(words)


@pytest.mark.parametrize("words", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "  =1", "'tis so"])
def test_formula_is_exact_unless_a_spreadsheet_was_asked_for(words):
    article, said = one(f"{words} she said.", content=words, source="she", cue="said")
    place = list(COLUMNS).index("words")
    assert read(csv_rows(article, [said]))[0][place] == words
    assert read(csv_rows(article, [said], for_spreadsheet=True))[0][place] == f"'{words}"


def test_line_ends_are_those_of_the_rfc_and_breaks_stand_in_quotes():
    article, said = one(
        "It rains\n\nand pours, she said.", content="It rains\n\nand pours", source="she"
    )
    rows = csv_rows(article, [said])
    assert rows.endswith("\r\n")
    assert '"It rains\n\nand pours"' in rows
    assert csv_rows(article, []) == ""


def test_byte_order_mark_is_for_spreadsheets_only():
    assert csv_header().startswith("id,")
    assert csv_header(for_spreadsheet=True) == "\ufeff" + csv_header()
