"""What an article tells of its people, gathered before it is asked who is meant."""

from onrecord.resolve.who.entities import Cast, Entity, make_body
from onrecord.resolve.who.mention import Mention
from onrecord.resolve.who.roles import role_stated, roles_beside
from onrecord.resolve.who.titles import around, has_role, told_pronouns
from onrecord.types import Span

__all__ = ["learn_role", "learn_roles"]


def learn_role(text: str, person: Entity, mention: Mention) -> None:
    """Give a person the roles that a source holds beside their name.

    Args:
        text: The article's text.
        person: Changed in place.
        mention: The source.
    """
    told = list(person.titles) if has_role(text, person) else []
    known = set(person.titles)
    for span in around(text, mention):
        if span in known:
            continue
        # Beside what the network takes for a title only what holds it: "WHO
        # director-general", not "a report last year, Dave Lewis".
        if not told or any(s.start < span.end and span.start < s.end for s in told):
            person.titles.append(span)
    make_body(text, person)


def learn_roles(text: str, cast: Cast, lead: tuple[Entity, Span] | None) -> None:
    """Give the people of whom no role is known what the words beside their names tell.

    Args:
        text: The article's text.
        cast: Its entities, changed in place.
        lead: Whom the lead tells of, and the role it gives them.
    """
    for person in (one for one in cast.entities if one.is_person):
        if not has_role(text, person):
            whole_first = sorted(person.spans, key=lambda s: (-len(s), s.start))
            told = (roles_beside(text, name) for name in whole_first)
            person.titles.extend(next((roles for roles in told if roles), []))
        if not has_role(text, person) and person.full is not None:
            *_, surname = text[person.full.start : person.full.end].split()
            stated = role_stated(text, surname)
            person.titles.extend([stated] if stated else [])
        if lead is not None and lead[0] is person and not has_role(text, person):
            person.titles.append(lead[1])
        person.pronouns = told_pronouns(text, person)
