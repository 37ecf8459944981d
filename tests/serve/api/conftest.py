"""Clients of the API, alone in an application."""

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from onrecord.serve.api import make_router
from onrecord.serve.tokens import Role


@pytest.fixture
def client_of(tokens):
    """Return what makes a client of a record."""

    def made(archive, **more):
        app = FastAPI(openapi_url=None)
        app.include_router(make_router(archive, tokens, **more))
        return TestClient(app, base_url="http://localhost/api/v1")

    return made


@pytest.fixture
def client(client_of, sampled):
    return client_of(sampled)


@pytest.fixture
def editing(client_of, written, tokens, reader):
    """A client with an editor's token, over a record of its own."""
    made = client_of(written, load=lambda: reader)
    made.headers["Authorization"] = f"Bearer {tokens.add('ann', Role.EDITOR)}"
    return made
