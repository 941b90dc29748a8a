"""When a worker may put a job back."""
from __future__ import annotations

from http import HTTPStatus

from brick_http import Problem

MAX_RETRIES = 10
BASE = 3
CEILING = 900

TRANSIENT = {
    HTTPStatus.REQUEST_TIMEOUT,
    HTTPStatus.TOO_MANY_REQUESTS,
    HTTPStatus.INTERNAL_SERVER_ERROR,
    HTTPStatus.BAD_GATEWAY,
    HTTPStatus.SERVICE_UNAVAILABLE,
    HTTPStatus.GATEWAY_TIMEOUT,
}


def is_transient(problem: Problem) -> bool:
    return problem.status in TRANSIENT


def countdown(retries: int) -> int:
    return min(BASE * 2**retries, CEILING)
