"""Callback of Flanks Link: the customer comes back with a code."""
from __future__ import annotations

from dataclasses import dataclass

from flanks import FlanksHttp, FlanksProblem


@dataclass
class Link:
    customer: int
    token: str
    state: str = "active"


class OnboardingError(Exception):
    def __init__(self, customer: int, problem: FlanksProblem) -> None:
        super().__init__(f"customer {customer}: {problem}")
        self.customer = customer
        self.problem = problem


def finish(http: FlanksHttp, customer: int, code: str) -> Link:
    try:
        token = http.link.exchange(code)
    except FlanksProblem as problem:
        if problem.state == "pending":
            return Link(customer, problem.body.get("credentials_token", ""), "pending")
        raise OnboardingError(customer, problem) from problem
    return Link(customer, token)
