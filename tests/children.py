"""What other processes do to a record, in tests that kill them or have them meet."""

import multiprocessing
import os

from readings import FIRST, HandReader, article

from onrecord import record
from onrecord.archive import Archive

# A clean process that has loaded everything already and is forked again and
# again: fifty children start in the time of one.
CHILDREN = multiprocessing.get_context("forkserver")
CHILDREN.set_forkserver_preload(["children"])


def articles(number):
    """Return articles of two statements each, some of them revisions of others."""
    return [
        article(
            f"It rains for {each} days/Ann Lee",
            f"It snows in town {each}/Bo Ng {each % 9}",
            url=f"https://echo.example/{each % (number * 4 // 5)}",
        )
        for each in range(number)
    ]


def add(place, found, told):
    """Add articles and write the id of each to a file as soon as it is reported."""
    report = os.open(told, os.O_WRONLY | os.O_CREAT | os.O_APPEND)
    archive = Archive(record.open_store(place))
    for added in archive.add(found, HandReader(FIRST)):
        os.write(report, f"{added.article}\n".encode())


def try_as_nobody(folder, answers):
    """Search and add where only reading is allowed."""
    record.open_store(f"{folder}/warm-up.db").close()
    os.setgid(65534)
    os.setuid(65534)
    with_words = Archive(record.open_store(f"{folder}/news.db", read_only=True))
    answers.put(with_words.search("rain").total)
    try:
        made = record.open_store(f"{folder}/news.db")
        made.add(article("It snows/Bo Ng"), [], FIRST)
    except OSError as error:
        answers.put(f"{type(error).__name__}: {error}")
