"""Articles and statements in the formats that others read."""

from onrecord.export.brat import standoff
from onrecord.export.jsonl import article_line, statement_line

__all__ = ["article_line", "standoff", "statement_line"]
