"""The record over HTTP, under ``/api/v1``: a router for any FastAPI application."""

from onrecord.serve.api.guard import Limits
from onrecord.serve.api.router import make_router

__all__ = ["Limits", "make_router"]
