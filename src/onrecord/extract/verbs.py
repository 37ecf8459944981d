"""Verbs whose forms tell that a clause has one, for the patterns of this folder."""

__all__ = ["AUXILIARIES"]

AUXILIARIES = "is|are|was|were|has|have|had|will|would|could|can|may|might|must|should|do|does|did"
"""Alternatives of a regular expression, without a group."""
