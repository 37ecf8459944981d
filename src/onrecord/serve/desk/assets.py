"""Style, script and icon: read once, compressed once, kept by browsers until they change."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from fastapi import APIRouter, HTTPException, Request
from fastapi.responses import Response

from onrecord.serve.desk.sending import packed, takes_gzip

__all__ = ["Assets", "make_router"]

_FOLDER = Path(__file__).parent / "static"
_KINDS = {
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".svg": "image/svg+xml",
}
_FOR_GOOD = "public, max-age=31536000, immutable"
_ASK_AGAIN = "no-cache"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Asset:
    kind: str
    print: str
    body: bytes
    packed: bytes


@dataclass(frozen=True, slots=True)
class Assets:
    """All files that pages load, by name."""

    files: Mapping[str, _Asset]

    @classmethod
    def load(cls) -> Self:
        """Read them."""
        found = {}
        for path in sorted(_FOLDER.iterdir()):
            body = path.read_bytes()
            found[path.name] = _Asset(
                kind=_KINDS[path.suffix],
                print=hashlib.blake2b(body, digest_size=8).hexdigest(),
                body=body,
                packed=packed(body),
            )
        return cls(found)

    def address(self, name: str) -> str:
        """Return where a page loads a file from: another place as soon as it changes."""
        return f"/static/{name}?v={self.files[name].print}"


def make_router(assets: Assets) -> APIRouter:
    """Return what serves the files."""
    router = APIRouter()

    @router.api_route("/static/{name}", methods=["GET", "HEAD"], include_in_schema=False)
    def static(request: Request, name: str) -> Response:
        """Send a file, or say that it is still the same."""
        asset = assets.files.get(name)
        if asset is None:
            raise HTTPException(404, f"no file {name}")
        is_packed = takes_gzip(dict(request.scope["headers"]))
        tag = f'"{asset.print}{"-gzip" if is_packed else ""}"'
        is_named = request.query_params.get("v") == asset.print
        headers = {
            "ETag": tag,
            "Cache-Control": _FOR_GOOD if is_named else _ASK_AGAIN,
            "Vary": "Accept-Encoding",
        }
        if tag in request.headers.get("if-none-match", ""):
            return Response(status_code=304, headers=headers)
        if is_packed:
            headers["Content-Encoding"] = "gzip"
        return Response(
            asset.packed if is_packed else asset.body, media_type=asset.kind, headers=headers
        )

    return router
