"""A decision on human-readable text.

Messages are written for people: they are reworded, translated and extended without notice. The code is there for
programs. The message of the finding names the codes whose documented text matches, where there are some.

Bad:

    import requests


    class FlanksError(Exception):
        def __init__(self, status, body):
            super().__init__(f"Flanks answered {status}")
            self.status = status
            self.body = body
            self.code = body.get("error_code")


    def accounts(token):
        response = requests.post(
            "https://api.flanks.io/v0/bank/account", json={"credentials_token": token}, timeout=30
        )
        body = response.json()
        if response.status_code != 200:
            raise FlanksError(response.status_code, body)
        return body["accounts"]


    def accounts_or_delay(token):
        try:
            return accounts(token)
        except FlanksError as error:
            if "security checks" in error.body.get("error", ""):
                raise TimeoutError("the account is under review") from error
            raise

Good:

    import requests


    class FlanksError(Exception):
        def __init__(self, status, body):
            super().__init__(f"Flanks answered {status}")
            self.status = status
            self.body = body
            self.code = body.get("error_code")


    def accounts(token):
        response = requests.post(
            "https://api.flanks.io/v0/bank/account", json={"credentials_token": token}, timeout=30
        )
        body = response.json()
        if response.status_code != 200:
            raise FlanksError(response.status_code, body)
        return body["accounts"]


    def accounts_or_delay(token):
        try:
            return accounts(token)
        except FlanksError as error:
            if error.code == 20003:
                raise TimeoutError("the account is under review") from error
            raise

Known misses:

Text that is only logged or shown is no decision; cases without a code, which nothing but their text tells apart, are
left alone.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Final

from ..draft import Draft
from ..finding import Severity
from ..flow.domain import Domain
from ..flow.state import Site
from ..judgement import Judgement
from . import Rule

RULE: Final = Rule(
    code="EP305",
    name="message-matching",
    severity=Severity.ERROR,
    summary="a decision on human-readable text",
)


def check(judged: Judgement) -> Iterator[Draft]:
    """One draft per function that looks for words in human-readable text, at the first place where it does."""
    places: dict[tuple[str, int], tuple[Site, Domain, int]] = {}
    for site, (mask, domain) in sorted(judged.facts.texts.items(), key=lambda item: item[0]):
        if domain is None:
            continue
        told = mask & domain.errors & ~_by_text_only(domain)
        if told:
            key = (site[0], judged.function_at(site))
            first, _, seen = places.get(key, (site, domain, 0))
            places[key] = (first, domain, seen | told)
    for site, domain, mask in places.values():
        yield Draft(
            site,
            domain,
            mask,
            "decides on the wording of the message, which may change any day",
            "decide on the documented code or status",
        )


def _by_text_only(domain: Domain) -> int:
    """The points of cases without a code that share their HTTP status with another: nothing but the text tells."""
    statuses = Counter(s for case in domain.cases(domain.errors) if case.code is None for s in case.status or ())
    return domain.mask(lambda r: r.point.code is None and statuses[r.point.status] > 1)
