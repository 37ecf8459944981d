"""How, where, at what event and to whom a statement was made."""

from onrecord.resolve.how.settings import settings

__all__ = ["settings"]
