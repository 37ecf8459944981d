"""What a passage tells about the statements in it: the learned side of how and when."""

from onrecord.resolve.passages.channels import ChannelWords, channel_words
from onrecord.resolve.passages.passage import Passage
from onrecord.resolve.passages.pointer import Answers, Lent, Pointer, pointer
from onrecord.resolve.passages.told import Evidence, Found, with_passages

__all__ = [
    "Answers",
    "ChannelWords",
    "Evidence",
    "Found",
    "Lent",
    "Passage",
    "Pointer",
    "channel_words",
    "pointer",
    "with_passages",
]
