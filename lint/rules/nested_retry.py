"""Retry layers that multiply beyond the documented bound.

An adapter that retries five times, under a decorator that tries three times, sends eighteen requests. Each layer
looks reasonable in its own file; only the product is what the provider sees. The message gives the product and its
factors.

Bad:

    # errpact: provider=brick
    import time

    import requests
    from requests.adapters import HTTPAdapter
    from urllib3.util import Retry


    class BrickError(Exception):
        def __init__(self, status, body):
            super().__init__(f"the bank answered {status}")
            self.status = status
            self.body = body


    class Client:
        def __init__(self, base_url):
            self.base_url = base_url
            self.session = requests.Session()
            policy = Retry(
                total=5, status_forcelist=[500, 502, 503, 504], backoff_factor=3, raise_on_status=False
            )
            self.session.mount("https://", HTTPAdapter(max_retries=policy))

        def consent(self, consent_id):
            response = self.session.get(f"{self.base_url}/consents/{consent_id}", timeout=30)
            if response.status_code != 200:
                raise BrickError(response.status_code, response.text)
            return response.json()

        def consent_with_retry(self, consent_id):
            for attempt in range(3):
                try:
                    return self.consent(consent_id)
                except BrickError as error:
                    if error.status not in (500, 502, 503, 504) or attempt == 2:
                        raise
                    time.sleep(60)

Good:

    # errpact: provider=brick
    import time

    import requests

    WAITS = (3, 6, 12, 24, 48)


    class BrickError(Exception):
        def __init__(self, status, body):
            super().__init__(f"the bank answered {status}")
            self.status = status
            self.body = body


    class Client:
        def __init__(self, base_url):
            self.base_url = base_url
            self.session = requests.Session()

        def consent(self, consent_id):
            response = self.session.get(f"{self.base_url}/consents/{consent_id}", timeout=30)
            if response.status_code != 200:
                raise BrickError(response.status_code, response.text)
            return response.json()

        def consent_with_retry(self, consent_id):
            for wait in WAITS:
                try:
                    return self.consent(consent_id)
                except BrickError as error:
                    if error.status not in (500, 502, 503, 504):
                        raise
                    time.sleep(wait)
            return self.consent(consent_id)

Known misses:

Layers in other processes (a job queue around the client, a proxy before the provider).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from ..draft import Draft
from ..finding import Severity
from ..judgement import Judgement
from . import Rule

RULE: Final = Rule(
    code="EP105",
    name="nested-retry",
    severity=Severity.ERROR,
    summary="retry layers that multiply beyond the documented bound",
)


def check(judged: Judgement) -> Iterator[Draft]:
    """One draft per place: several layers whose product goes past the documented number of resends."""
    for resend in judged.resends:
        layers = resend.layers
        if resend.number != resend.total or resend.remedy or resend.endless or len(layers) < 2:
            continue
        often = 0
        for i, reply in enumerate(resend.domain.replies):
            policy = reply.point.policy
            if (
                resend.mask >> i & 1
                and policy.schedule
                and policy.resends is not None
                and resend.total > policy.resends
            ):
                often |= 1 << i
        if often:
            yield Draft(
                resend.site,
                resend.domain,
                often,
                f"{len(layers)} retry layers ({', '.join(sorted(set(layers.values())))}) "
                f"multiply to {resend.total + 1} requests",
                "keep one retry layer",
                resend.certain,
                resend.events(often),
            )
