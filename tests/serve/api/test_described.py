"""What the description promises is what is answered, whatever is sent (schemathesis)."""

import contextlib

import pytest
import schemathesis
from fastapi import FastAPI
from hypothesis import HealthCheck, given, settings
from hypothesis.errors import Unsatisfiable
from schemathesis.specs.openapi.checks import positive_data_acceptance

from onrecord.serve.api import Limits, make_router
from onrecord.serve.tokens import Role

_SETTINGS = settings(
    max_examples=25,
    derandomize=True,
    database=None,
    suppress_health_check=list(HealthCheck),
)


@pytest.mark.parametrize("mode", list(schemathesis.GenerationMode))
def test_every_answer_is_as_described(written, tokens, reader, mode):
    app = FastAPI(openapi_url=None)
    limits = Limits(per_minute=10**6)
    app.include_router(make_router(written, tokens, limits=limits, load=lambda: reader))
    schema = schemathesis.openapi.from_asgi("/api/v1/openapi.json", app)
    headers = {"Authorization": f"Bearer {tokens.add('tester', Role.EDITOR)}"}
    operations = [found.ok() for found in schema.get_all_operations()]
    assert len(operations) == 16
    for operation in operations:

        @_SETTINGS
        @given(case=operation.as_strategy(generation_mode=mode))
        def answers(case):
            case.call_and_validate(headers=headers, excluded_checks=[positive_data_acceptance])

        # What takes nothing can be given nothing wrong.
        with contextlib.suppress(Unsatisfiable):
            answers()
