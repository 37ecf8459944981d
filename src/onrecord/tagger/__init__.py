"""Text to scored spans: the network that ships with the package."""

from onrecord.tagger.codec import Role
from onrecord.tagger.tagger import Tagger, load
from onrecord.tagger.tagging import Calibration, Link, Mark, Tagging

__all__ = ["Calibration", "Link", "Mark", "Role", "Tagger", "Tagging", "load"]
