import pytest

from onrecord.ingest.dateline import find_dateline


@pytest.mark.parametrize(
    ("dateline", "place"),
    [
        ("LONDON — ", "LONDON"),
        ("(LONDON) — ", "LONDON"),
        ("(London) – ", "London"),
        ("ST. LOUIS ― ", "ST. LOUIS"),
        ("SÃO PAULO - ", "SÃO PAULO"),
        ("McALLEN, Texas — ", "McALLEN, Texas"),
        ("DES MOINES, Iowa - ", "DES MOINES, Iowa"),
        ("CHARLESTON, S.C.\xa0— ", "CHARLESTON, S.C."),
        ("BOSTON —", "BOSTON"),
        ("WASHINGTON -- ", "WASHINGTON"),
        ("PORT-AU-PRINCE, Haiti (AP) — ", "PORT-AU-PRINCE, Haiti"),
        ("LONDON (Reuters) - ", "LONDON"),
        ("WASHINGTON/NEW YORK (Reuters) - ", "WASHINGTON/NEW YORK"),
        ("Mexico City (AFP) – ", "Mexico City"),
        ("PARIS, Aug 31 (Reuters) - ", "PARIS"),
        ("NEW YORK, Nov. 19 (UPI) — ", "NEW YORK"),
        ("NEW YORK, Nov. 19, 2015 /PRNewswire/ -- ", "NEW YORK"),
        ("NEW DELHI, 3 November: ", "NEW DELHI"),
        ("BERLIN (dpa): ", "BERLIN"),
        ("Aug 27 (Reuters) - ", None),
        ("Hong Kong (CNN Business)", "Hong Kong"),
        ("London (CNN) ", "London"),
        ("(CNN)", None),
        ("(AP) — ", None),
    ],
)
def test_dateline_gives_its_place_and_ends_where_the_report_begins(dateline, place):
    report = "The minister said it would rain."
    found = find_dateline(dateline + report)
    assert found is not None
    assert found.place == place
    assert (dateline + report)[found.end :] == report


@pytest.mark.parametrize(
    "paragraph",
    [
        "NASA — the space agency — said it would launch.",
        "NASA — The agency that flies — will launch. NASA said so.",
        "The minister — who resigned — said it would rain.",
        "Interview: the minister on rain.",
        "SMITH: I never said that.",
        "EXCLUSIVE — The minister will resign.",
        "UPDATE: 5/12 — The minister has resigned.",
        "VOTERS CARE LESS ABOUT RAIN, STUDY SAYS - The numbers are out.",
        "John Smith (Labour) – The member for Kent – voted no.",
        "Kent — It rains.",
        "A reporter (CNN)It rains.",
        "Lee (AP) said it rains.",
        "Kent (Labour)It rains.",
        "Canadian Pacific (CP) Rail said it rains.",
        "11:40 am — Police name the suspect.",
        "“It rains” — Jane Doe",
        "USA - 3, Japan - 2",
        "",
        "—",
        "(((((",
    ],
)
def test_words_that_only_look_like_a_dateline_stay(paragraph):
    assert find_dateline(paragraph) is None


def test_speaker_who_speaks_again_is_no_place():
    first, *others = "SMITH — No.", "JONES — Why not?", "SMITH — It rains."
    assert find_dateline(first, elsewhere="\n".join(others)) is None
