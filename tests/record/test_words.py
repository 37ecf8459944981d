"""Words and stems, the same whoever asks at the same time."""

import sys
from concurrent.futures import ThreadPoolExecutor

import pytest

from onrecord.record import words

STARTS = ("guarantee", "negotiat", "nation")
FORMS = [f"{start}{end}" for start in STARTS for end in ("ing", "ally")]


@pytest.fixture
def many_switches():
    before = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    yield
    sys.setswitchinterval(before)


def test_threads_do_not_mix_up_their_words(many_switches):
    alone = [words.stem.__wrapped__(form) for form in FORMS]
    with ThreadPoolExecutor(8) as pool:
        asked = FORMS * 200
        together = list(pool.map(words.stem.__wrapped__, asked))
    assert together == alone * 200
