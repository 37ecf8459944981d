"""From an article and its marks to statements: source, cue, content, kind."""

from onrecord.extract.statements import statements

__all__ = ["statements"]
