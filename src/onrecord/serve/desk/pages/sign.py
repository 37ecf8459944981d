"""Signing in and out."""

from fastapi import APIRouter, Depends, HTTPException, Request
from fastapi.responses import HTMLResponse, Response

from onrecord.serve.desk.desk import Form, Here, leave, posted, visiting
from onrecord.serve.desk.pages.correct import told

__all__ = ["router"]

router = APIRouter()


@router.get("/sign-in", response_class=HTMLResponse, dependencies=[Depends(visiting)])
def ask(request: Request, desk: Here) -> Response:
    """Show the form."""
    values = {"next": request.query_params.get("next", "/"), "error": None}
    return desk.page(request, "sign_in.html", values)


@router.post("/sign-in")
def sign_in(request: Request, desk: Here, form: Form) -> Response:
    """Let somebody in whose password is right; too many wrong ones close the door for a while."""
    if desk.accounts is None:
        raise HTTPException(404, "this desk has no accounts")
    name, password = told(form, "name") or "", form.get("password")
    place = told(form, "next") or "/"
    keys = (f"from {request.client.host if request.client else ''}", f"as {name}")
    with desk.tries.turn:
        if desk.tries.is_too_many(*keys):
            return _again(request, desk, place, "Too many tries: wait a quarter of an hour", 429)
        account = desk.accounts.verified(name, password) if isinstance(password, str) else None
        if account is None:
            desk.tries.fail(*keys)
            return _again(request, desk, place, "Name and password do not fit", 401)
        desk.tries.forget(*keys)
    request.state.visitor = desk.sessions.signed_in(account)
    return leave(request, place)


@router.post("/sign-out", dependencies=[Depends(posted)])
def sign_out(request: Request, desk: Here) -> Response:
    """Forget who somebody was."""
    request.state.visitor = desk.sessions.signed_out()
    return leave(request, "/")


def _again(request: Request, desk: Here, place: str, error: str, status: int) -> Response:
    return desk.page(request, "sign_in.html", {"next": place, "error": error}, status=status)
