"""Where the paragraphs and the quotations of a text are."""

from onrecord.layout.paragraphs import paragraphs
from onrecord.layout.quotations import Quotation, quotations
from onrecord.layout.sentences import sentences

__all__ = ["Quotation", "paragraphs", "quotations", "sentences"]
