"""Where the paragraphs and the quotations of a text are, and an interview's answers."""

from onrecord.layout.interview import interview_answers
from onrecord.layout.paragraphs import paragraphs
from onrecord.layout.quotations import Quotation, quotations
from onrecord.layout.sentences import sentence_at, sentences

__all__ = ["Quotation", "interview_answers", "paragraphs", "quotations", "sentence_at", "sentences"]
