from onrecord.types import PLOVER_TYPES, Act


def test_each_act_has_its_place_in_plover():
    assert set(PLOVER_TYPES) == set(Act)
