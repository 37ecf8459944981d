"""Refusals of the API, as tests look at them."""


def problem(response, status, kind):
    """Check that a response is a problem of some kind, and return what it says."""
    assert response.status_code == status
    assert response.headers["content-type"] == "application/problem+json"
    told = response.json()
    assert set(told) >= {"type", "title", "status", "detail", "instance"}
    assert (told["status"], told["type"]) == (status, f"urn:onrecord:problem:{kind}")
    return told["detail"]
