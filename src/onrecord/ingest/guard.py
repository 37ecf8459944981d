"""One bad article never stops the others: foreign parsers run in here."""

import contextlib
import signal
import threading
import traceback
from collections.abc import Iterator

from onrecord.errors import LimitError, OnRecordError
from onrecord.ingest.source import Source
from onrecord.types import Article, Failure

__all__ = ["guarded", "reason_of"]


def guarded(articles: Iterator[Article | Failure], source: Source) -> Iterator[Article | Failure]:
    """Yield what is read; whatever goes wrong ends it with one more `Failure`.

    In the main thread each article has `Limits.seconds`; elsewhere no signal
    can be had, and the limits of size alone hold.
    """
    while True:
        try:
            with _at_most(source.limits.seconds):
                found = next(articles, None)
        except (OnRecordError, OSError, EOFError, RecursionError, MemoryError) as error:
            yield source.failure(reason_of(error))
            return
        # Parsers of others meet here whatever anybody has put on the net; what
        # they throw is one file's misfortune, kept with its traceback.
        except Exception as error:  # noqa: BLE001
            yield _fault(source, error)
            return
        if found is None:
            return
        yield found


def reason_of(error: BaseException) -> str:
    """Return what a person should know of an error."""
    if isinstance(error, RecursionError):
        return "is nested too deep to be read"
    if isinstance(error, MemoryError):
        return "takes more memory than there is"
    if isinstance(error, OnRecordError):
        return str(error)
    if isinstance(error, EOFError):
        return "ends too early: it is not whole"
    return f"cannot be read: {getattr(error, 'strerror', None) or error}"


def _fault(source: Source, error: Exception) -> Failure:
    return Failure(
        uri=source.uri,
        stage=source.failure("").stage,
        reason=f"could not be parsed, {type(error).__name__}: {str(error)[:200]}",
        traceback=traceback.format_exc(),
    )


class _TimeIsUp(BaseException):
    """No `Exception`, as parsers swallow whatever they meet."""


@contextlib.contextmanager
def _at_most(seconds: float) -> Iterator[None]:
    """Raise `LimitError` in here after so many seconds, where a signal can be had."""
    is_possible = threading.current_thread() is threading.main_thread() and hasattr(
        signal, "setitimer"
    )
    # Somebody else's alarm is left alone.
    if not is_possible or signal.getitimer(signal.ITIMER_REAL)[0]:
        yield
        return

    is_running = True

    def stop(*_: object) -> None:
        if is_running:
            raise _TimeIsUp

    before = signal.signal(signal.SIGALRM, stop)
    # Again and again, where somebody swallows the first.
    signal.setitimer(signal.ITIMER_REAL, seconds, 1.0)
    try:
        try:
            yield
        finally:
            is_running = False  # an alarm from here on comes too late
    except _TimeIsUp:
        reason = f"took longer than {seconds:g} seconds to parse, and was given up"
        raise LimitError(reason) from None
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
