"""The record for language models: a server of the Model Context Protocol, read-only."""

from onrecord.serve.mcp.server import make_server

__all__ = ["make_server"]
