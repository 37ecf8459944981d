"""The acts as PLOVER's event types, for those who count events between political actors.

PLOVER (Open Event Data Alliance, `plover_reference.html` of 2019) codes a
verbal statement only where it indicates some change of policy or relations;
comment, prediction and question have no type there.
"""

from collections.abc import Mapping
from types import MappingProxyType

from onrecord.types.statement import Act

__all__ = ["PLOVER_TYPES"]

PLOVER_TYPES: Mapping[Act, str | None] = MappingProxyType(
    {
        Act.STATE: None,  # "does not code any sort of simple commentary"
        Act.PREDICT: None,
        Act.PROMISE: "AGREE",  # "agree to, offer, promise"
        Act.DEMAND: "DEMAND",
        Act.PROPOSE: None,  # requests and appeals weaker than a demand are not coded
        Act.WARN: "THREATEN",  # "threats, coercive or forceful warnings"
        Act.ACCUSE: "DISAPPROVE",  # "criticize, allege, blame"; ACCUSE in POLECAT
        Act.DENY: None,
        Act.REFUSE: "REJECT",  # "all rejections and refusals"
        Act.AGREE: "SUPPORT",  # "express support for, commend, approve"
        Act.PRAISE: "SUPPORT",
        Act.APOLOGISE: "SUPPORT",  # CAMEO 055, one of the codes that SUPPORT took over
        Act.ASK: None,
        Act.FEEL: None,
    }
)
"""Each act's event type, or None where PLOVER has none."""
