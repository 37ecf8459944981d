"""Adding articles: pasted, or as files; and what became of them."""

import secrets

from fastapi import APIRouter, Depends, HTTPException, Request
from fastapi.responses import HTMLResponse, Response
from starlette.datastructures import FormData, UploadFile

from onrecord.errors import MetadataError
from onrecord.ingest import Facts, parse_published, read_bytes
from onrecord.serve.desk.desk import Form, Here, editing, leave
from onrecord.serve.desk.pages.correct import told
from onrecord.types import Article, Failure

__all__ = ["router"]

router = APIRouter(dependencies=[Depends(editing)])


@router.get("/add", response_class=HTMLResponse)
def add(request: Request, desk: Here) -> Response:
    """Show the form."""
    most = desk.settings.most_bytes // 1_000_000
    return desk.page(request, "add.html", {"most": most, "error": None})


@router.post("/add")
async def send(request: Request, desk: Here, form: Form) -> Response:
    """Take texts and begin to read them."""
    try:
        articles = await _articles(form)
    except MetadataError as error:
        raise HTTPException(422, str(error)) from error
    if not articles:
        raise HTTPException(422, "nothing to add: paste a text, or choose files")
    job = desk.jobs.start(articles)
    return leave(request, f"/add/{job.id}")


@router.get("/add/{job}", response_class=HTMLResponse)
def follow(request: Request, desk: Here, job: str) -> Response:
    """Show what became of what was sent."""
    found = desk.jobs.find(job)
    if found is None:
        raise HTTPException(404, "these articles were sent too long ago: search for them")
    # Asked first: what comes in between is shown, and the page asks once more.
    is_done = found.is_done
    values = {"job": found, "is_done": is_done, "results": list(found.results)}
    return desk.page(request, "job.html", values)


async def _articles(form: FormData) -> list[Article | Failure]:
    facts = _facts(form)
    found: list[Article | Failure] = []
    if text := told(form, "text"):
        # Forms end lines as telegraphs did, whatever was pasted.
        pasted = text.replace("\r\n", "\n").encode()
        found.append(read_bytes(pasted, uri=_place("pasted"), given=facts))
    files = [one for one in form.getlist("files") if isinstance(one, UploadFile) and one.filename]
    sent = [(await one.read(), _place(one.filename or "")) for one in files]
    return [*found, *(read_bytes(data, uri=place, given=facts) for data, place in sent)]


def _place(name: str) -> str:
    """Return a name that no other upload has: equal ones would be revisions of one article."""
    return f"upload:{secrets.token_hex(4)}/{name}"


def _facts(form: FormData) -> Facts:
    published = told(form, "published")
    return Facts(
        title=told(form, "title") or None,
        outlet=told(form, "outlet") or None,
        url=told(form, "url") or None,
        published=parse_published(published) if published else None,
    )
