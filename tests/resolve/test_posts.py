"""When and how a post was made that a page shows."""

import dataclasses
import datetime

from by_hand import one, said_at

from onrecord.resolve.how import settings
from onrecord.resolve.narration import Narration
from onrecord.types import Basis, ChannelKind

TEXT = "The mayor answered on Monday.\n\nRoads first.\n\n— Ann Ng (@annng) May 3, 2021"
ROLES = {"source": "Ann Ng", "cue": "—", "content": "Roads first."}


def dated(text, **roles):
    article, found = one(text, **roles)
    return dataclasses.replace(article, published=datetime.date(2021, 5, 5)), found


def test_post_is_of_its_day_and_social_media():
    article, found = dated(TEXT, **ROLES)
    [how] = settings(Narration(article, [found]))
    assert how.channel.kind is ChannelKind.SOCIAL_MEDIA
    assert article[how.channel.span] == "@annng"
    time = said_at(Narration(article, [found]))[0]
    assert (time.value, time.basis) == ("2021-05-03", Basis.STATED)


def test_handle_in_a_sentence_makes_no_post():
    text = "Ann Ng (@annng) said roads come first. She left on May 3, 2021."
    roles = {"source": "Ann Ng", "cue": "said", "content": "roads come first"}
    article, found = dated(text, **roles)
    [how] = settings(Narration(article, [found]))
    assert how.channel is None
