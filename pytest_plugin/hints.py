"""What a failure adds where it may be the test that lacks something: a reply for what comes before the operation."""

from __future__ import annotations

import re
from typing import Final

from ..contracts import Obligation
from .drive import Setup
from .survive import lacked
from .verdicts import Judged

_PREPARES: Final = re.compile(r"token|oauth|auth\b|authenticat|login|log-in|session|sign-?in|jwt", re.IGNORECASE)


def of(run: Judged, setup: Setup) -> str:
    """A hint for a client that crashed where it got the case in the place of a token; empty for others. No values: the
    request's method and path alone."""
    error = run.exchange.outcome.error
    told = setup.has_success or setup.routes or setup.behind or setup.target is not None
    if told or error is None or Obligation.SURVIVE not in run.broken or not run.exchange.served:
        return ""
    last = run.exchange.served[-1].request
    if not any(_PREPARES.search(text) for text in (last.path, *lacked(error))):
        return ""
    pattern = last.shown.replace("…", "*")
    lines = (
        "every request got the case, for this test gives neither `success` nor `routes`. If that one",
        f'only prepares the operation (a token, a session), say its reply: routes={{"{pattern}": {{…}}}},',
        "and give `success`, the operation's own reply when all is well",
    )
    return "hint".ljust(18) + f"\n{'':18}".join(lines)
