"""What a passage tells about the statements in it: the learned side of how."""

from onrecord.resolve.passages.answers import passage_weights
from onrecord.resolve.passages.channels import ChannelEvidence, channel_words, with_channels

__all__ = [
    "ChannelEvidence",
    "channel_words",
    "passage_weights",
    "with_channels",
]
