"""What the reporter tells around the statements: their frames, and the scenes they belong to."""

from onrecord.resolve.narration.belonging import scenes_of
from onrecord.resolve.narration.conversation import Conversation
from onrecord.resolve.narration.frame import GAP, Frame, Names, Token, words_in
from onrecord.resolve.narration.narration import Narration
from onrecord.resolve.narration.scenes import Scene, Sort
from onrecord.resolve.narration.sittings import Sitting, SittingKind

__all__ = [
    "GAP",
    "Conversation",
    "Frame",
    "Names",
    "Narration",
    "Scene",
    "Sitting",
    "SittingKind",
    "Sort",
    "Token",
    "scenes_of",
    "words_in",
]
