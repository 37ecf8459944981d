"""From an article and its marks to statements: source, cue, content, kind."""

from onrecord.extract.acts import with_acts
from onrecord.extract.asides import asides
from onrecord.extract.marked import network_says, settings_of
from onrecord.extract.statements import statements

__all__ = ["asides", "network_says", "settings_of", "statements", "with_acts"]
