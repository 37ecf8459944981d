"""Who asks: the holder of the token in ``Authorization: Bearer …``."""

from collections.abc import Callable
from http import HTTPStatus

from fastapi import Request

from onrecord.serve.api.problems import Refused
from onrecord.serve.tokens import Holder, Role, Tokens

__all__ = ["Asks", "identify", "name_of"]

_CHALLENGE = {"WWW-Authenticate": 'Bearer realm="onrecord"'}

Asks = Callable[[Request], None]


def identify(tokens: Tokens, needed: Role | None) -> Asks:
    """Return what finds out who asks, for `name_of`, and refuses whoever may not.

    Args:
        tokens: Who has one.
        needed: What they must be; None lets everybody in, but no wrong token.
    """

    def asks(request: Request) -> None:
        given = request.headers.get("authorization")
        if given is None and needed is None:
            return
        holder = _holder(tokens, given)
        if needed is not None and holder.role < needed:
            told = f"{holder.name} is {holder.role.name.lower()}: wanted {needed.name.lower()}"
            raise Refused(HTTPStatus.FORBIDDEN, "role", told)
        request.state.holder = holder

    return asks


def name_of(request: Request) -> str:
    """Return the name of who asks, once that was found out."""
    holder: Holder = request.state.holder
    return holder.name


def _holder(tokens: Tokens, given: str | None) -> Holder:
    holder = tokens.bearer(given or "")
    if holder is None:
        told = "no token" if given is None else "the token is none that was given"
        hint = "send `Authorization: Bearer TOKEN`; `onrecord token add` makes one"
        raise Refused(HTTPStatus.UNAUTHORIZED, "token", f"{told}: {hint}", _CHALLENGE)
    return holder
