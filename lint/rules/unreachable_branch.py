"""A code is handled after an earlier branch took it.

The branch for a single code stands below one for its whole range, so it never runs. Often the order is the mistake:
the special case belongs first.

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


    def next_step(token):
        try:
            return accounts(token)
        except FlanksError as error:
            code = error.code or 0
            if 20000 <= code < 30000:
                return f"wait: {code}"
            elif code == 20003:
                return f"under review: {code}"
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


    def next_step(token):
        try:
            return accounts(token)
        except FlanksError as error:
            code = error.code or 0
            if code == 20003:
                return f"under review: {code}"
            elif 20000 <= code < 30000:
                return f"wait: {code}"
            raise

Known misses:

Branches that a condition outside the provider's fields closes.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from .. import ir
from ..comparisons import unreached
from ..draft import Draft
from ..finding import Severity
from ..flow.facts import Test
from ..flow.state import Site
from ..judgement import Judgement
from . import Rule

RULE: Final = Rule(
    code="EP306",
    name="unreachable-branch",
    severity=Severity.ERROR,
    summary="a code is handled after an earlier branch took it",
)


def check(judged: Judgement) -> Iterator[Draft]:
    """One draft per branch whose points were all taken by the branches before it."""
    for site, test in sorted(judged.facts.tests.items(), key=lambda item: item[0]):
        if test.domain is None or test.taken or test.unsure:
            continue
        alone = next((mask for _, mask in sorted(test.alone.items()) if mask and not mask & test.seen), 0)
        mask = (test.would or alone) & test.domain.documented or _only_here(judged, site, test)
        if mask:
            yield Draft(
                site,
                test.domain,
                mask,
                "this branch is never taken: an earlier one takes these cases",
                "test the narrower condition first",
            )
    for site, domain, mask in unreached(judged):
        if mask & ~_taken_anyway(judged, site):
            yield Draft(
                site,
                domain,
                mask,
                "this comparison never matches: something before it takes these cases",
                "look at the code before what takes the cases",
            )


def _only_here(judged: Judgement, site: Site, test: Test) -> int:
    """The points whose codes a branch asks for below others that took them by other fields, where nothing else asks for
    these codes: a branch that is there for replies of another status only asks for what is dealt with anyway."""
    sure: int = test.domain.mask(lambda r: "status" not in r.point.guessed)
    if not test.beside or test.beside & ~(sure & test.domain.documented):
        return 0
    inside = next((found for n, found in _conditions(judged, site) if n == site[1]), set())
    elsewhere = (
        fact
        for ((path, n), field), fact in judged.facts.comparisons.items()
        if field == "code" and (path != site[0] or n not in inside)
    )
    return 0 if any(fact.hits & test.beside for fact in elsewhere) else test.beside


def _taken_anyway(judged: Judgement, site: Site) -> int:
    """The points that take the branch in whose condition a comparison stands: another part of it says the same."""
    at = next((n for n, inside in _conditions(judged, site) if site[1] in inside), None)
    return 0 if at is None or (test := judged.facts.tests.get((site[0], at))) is None else test.taken


def _conditions(judged: Judgement, site: Site) -> Iterator[tuple[int, set[int]]]:
    """Each branch of a place's module, with what its condition is made of."""
    for branch in judged.interp.modules[site[0]].nodes(ir.If):
        yield branch.n, {node.n for node in ir.walk(branch.test) if isinstance(node, ir.Node)}
