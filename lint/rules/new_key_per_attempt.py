"""The idempotency key is made inside the retried region.

An idempotency key tells the provider that two requests are the same one. A key made anew for each attempt says the
opposite: the payment whose reply was lost is carried out twice. Make the key once, before the first attempt.

Bad:

    # errpact: provider=brick
    import time
    import uuid

    import requests

    WAITS = (3, 6, 12, 24, 48)


    class BrickError(Exception):
        def __init__(self, status, body):
            super().__init__(f"the bank answered {status}")
            self.status = status
            self.body = body


    def pay(base_url, order):
        for wait in (*WAITS, None):
            headers = {"x-idempotency-key": str(uuid.uuid4())}
            response = requests.post(f"{base_url}/pix/payments", json=order, headers=headers, timeout=30)
            if response.status_code == 201:
                return response.json()
            if response.status_code not in (500, 502, 503, 504) or wait is None:
                raise BrickError(response.status_code, response.text)
            time.sleep(wait)

Good:

    # errpact: provider=brick
    import time
    import uuid

    import requests

    WAITS = (3, 6, 12, 24, 48)


    class BrickError(Exception):
        def __init__(self, status, body):
            super().__init__(f"the bank answered {status}")
            self.status = status
            self.body = body


    def pay(base_url, order):
        headers = {"x-idempotency-key": str(uuid.uuid4())}
        for wait in (*WAITS, None):
            response = requests.post(f"{base_url}/pix/payments", json=order, headers=headers, timeout=30)
            if response.status_code == 201:
                return response.json()
            if response.status_code not in (500, 502, 503, 504) or wait is None:
                raise BrickError(response.status_code, response.text)
            time.sleep(wait)

Known misses:

Keys made by a helper outside the project; keys in the body under a name that doesn't speak of idempotency.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from ..draft import Draft
from ..finding import Severity
from ..flow.likeness import Serial
from ..flow.state import Site
from ..judgement import Judgement
from . import Rule

RULE: Final = Rule(
    code="EP106",
    name="new-key-per-attempt",
    severity=Severity.ERROR,
    summary="the idempotency key is made inside the retried region",
)


def check(judged: Judgement) -> Iterator[Draft]:
    """One draft per place where a key is made, or else sent, that differs between two attempts at the same request."""
    for resend in judged.resends:
        keys = resend.before.keys, resend.sent.keys
        if None in keys or keys[0] == keys[1] or not resend.mask:
            continue
        yield Draft(
            _made(judged, *keys) or resend.sent.site,
            resend.domain,
            resend.mask,
            "each attempt carries a new idempotency key, so the provider cannot know the request again",
            "make the key once, before the first attempt",
            resend.certain,
            resend.events(resend.mask),
        )


def _made(judged: Judgement, before: Any, now: Any) -> Site | None:
    """Where the later key is made anew, if what makes it is a call that gives another each time."""
    anew = sorted(set(_serials(now)) - set(_serials(before)))
    return next((site for n in anew if (site := judged.interp.made_at.get(n)) is not None), None)


def _serials(key: Any) -> Iterator[int]:
    """The numbers in an identity that no other has."""
    if isinstance(key, Serial):
        yield key
    elif isinstance(key, tuple):
        for inner in key:
            yield from _serials(inner)
