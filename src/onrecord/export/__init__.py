"""Articles and statements in the formats that others read, and back from JSON lines."""

from onrecord.export.annotation import web_annotation
from onrecord.export.brat import standoff
from onrecord.export.comma import csv_header, csv_rows
from onrecord.export.jsonl import article_line, entry_line, statement_line
from onrecord.export.parquet import ParquetTable
from onrecord.export.restore import restore, restore_article, restore_statement
from onrecord.export.schema_org import schema_org
from onrecord.export.table import COLUMNS, row

__all__ = [
    "COLUMNS",
    "ParquetTable",
    "article_line",
    "csv_header",
    "csv_rows",
    "entry_line",
    "restore",
    "restore_article",
    "restore_statement",
    "row",
    "schema_org",
    "standoff",
    "statement_line",
    "web_annotation",
]
