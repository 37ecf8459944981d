"""A desk on a free port of this machine, and a browser that looks at it."""

import contextlib
import shutil
import socket
import threading
import time

import uvicorn

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")


@contextlib.contextmanager
def served(app):
    """Run an application on a free port of this machine."""
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        port = one.getsockname()[1]
    server = uvicorn.Server(
        uvicorn.Config(app, host="127.0.0.1", port=port, log_level="error", ws="none")
    )
    thread = threading.Thread(target=server.run)
    thread.start()
    try:
        while not server.started:
            time.sleep(0.01)
        yield f"http://127.0.0.1:{port}"
    finally:
        server.should_exit = True
        thread.join()


@contextlib.contextmanager
def watched(context):
    """Give a page; nothing that it does may be refused, fail, or leave this machine."""
    page = context.new_page()
    page.set_default_timeout(8000)
    problems = []
    page.on("console", lambda one: one.type == "error" and problems.append(one.text))
    page.on("pageerror", lambda error: problems.append(str(error)))
    page.on("request", lambda one: "127.0.0.1" in one.url or problems.append(one.url))
    yield page
    context.close()
    assert problems == []
