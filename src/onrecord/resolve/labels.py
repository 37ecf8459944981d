"""How the lines of a printed conversation are labelled."""

__all__ = ["LABEL_ENDS"]

LABEL_ENDS = (":", "))")
"""What stands between the one who speaks and the words: "HOLM: ...", "((WN)) ..."."""
