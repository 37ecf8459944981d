"""Doors for people and programs: thin, no models, no storage."""
