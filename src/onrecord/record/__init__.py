"""Keeps statements and gives them back: one contract, two kinds of database."""

from onrecord.record.base import Store
from onrecord.record.stating import Places, moved, stated
from onrecord.record.store import SqlStore, open_store
from onrecord.record.whole import dump, restore

__all__ = ["Places", "SqlStore", "Store", "dump", "moved", "open_store", "restore", "stated"]
