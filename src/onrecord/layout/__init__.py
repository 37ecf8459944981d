"""Where the paragraphs and the quotations of a text are."""

from onrecord.layout.paragraphs import paragraphs
from onrecord.layout.quotations import Quotation, quotations

__all__ = ["Quotation", "paragraphs", "quotations"]
