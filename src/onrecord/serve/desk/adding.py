"""Articles on their way into the record: one after the other, while their sender looks on."""

import secrets
import threading
from collections import OrderedDict
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field

from onrecord.archive import Archive
from onrecord.errors import OnRecordError
from onrecord.types import Added, Article, Failure, Outcome
from onrecord.types.reads import Reads

__all__ = ["Job", "Jobs"]

_KEPT = 100


@dataclass(slots=True, kw_only=True)
class Job:
    """Some articles that one person sent together.

    Attributes:
        id: Its page.
        total: How many were sent.
        results: What became of those that are done.
        error: Why it stopped early.
        is_done: Nothing more will happen.
    """

    id: str
    total: int
    results: list[Added] = field(default_factory=list)
    error: str | None = None
    is_done: bool = False


@dataclass(slots=True)
class Jobs:
    """Reads one article at a time, so that pages stay quick meanwhile."""

    archive: Archive
    load_reader: Callable[[], Reads]
    _jobs: "OrderedDict[str, Job]" = field(default_factory=OrderedDict)
    _lock: threading.Lock = field(default_factory=threading.Lock)
    _worker: ThreadPoolExecutor = field(
        default_factory=lambda: ThreadPoolExecutor(1, thread_name_prefix="onrecord-add")
    )
    _reader: Reads | None = None

    def start(self, articles: Sequence[Article | Failure]) -> Job:
        """Begin with some articles and return their job at once."""
        job = Job(id=secrets.token_urlsafe(8), total=len(articles))
        with self._lock:
            self._jobs[job.id] = job
            while len(self._jobs) > _KEPT:
                self._jobs.popitem(last=False)
        self._worker.submit(self._run, job, list(articles))
        return job

    def find(self, job: str) -> Job | None:
        """Return a job of the last hundred."""
        with self._lock:
            return self._jobs.get(job)

    def close(self) -> None:
        """Begin nothing more and wait for the article that is being read."""
        self._worker.shutdown(cancel_futures=True)

    def _run(self, job: Job, articles: Sequence[Article | Failure]) -> None:
        try:
            self._reader = self._reader or self.load_reader()
            for added in self.archive.add(articles, self._reader):
                job.results.append(added)
        except OnRecordError as error:
            job.error = str(error)
            job.results.append(Added(outcome=Outcome.FAILED, reason=str(error)))
        finally:
            job.is_done = True
