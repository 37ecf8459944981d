"""Questions to a record, and what is answered; what asks them is loaded when needed."""

from onrecord.ask.answer import Count, Page, Passage, Queue, SpeakerCount, Stats, Subject, Version
from onrecord.ask.question import Question, Sort

__all__ = [
    "Count",
    "Page",
    "Passage",
    "Question",
    "Queue",
    "Sort",
    "SpeakerCount",
    "Stats",
    "Subject",
    "Version",
]
