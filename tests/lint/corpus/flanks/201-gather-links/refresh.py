"""Nightly refresh of all linked portfolios, many links at a time."""
from __future__ import annotations

import asyncio
import logging
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from typing import Iterable

from _http import FlanksHttp
from errors import BankUnavailable, FlanksError, Processing, ScaRequired, SecurityCheck, WrongCredentials
from models import LinkResult, Portfolio

log = logging.getLogger(__name__)

POLL_SECONDS = 20.0
MAX_POLLS = 12
NOT_BEFORE = {SecurityCheck: timedelta(hours=48), BankUnavailable: timedelta(hours=6)}


@dataclass(frozen=True)
class Link:
    user_id: int
    credentials_token: str


async def fetch(http: FlanksHttp, link: Link) -> Portfolio:
    for _ in range(MAX_POLLS - 1):
        try:
            return Portfolio.from_response(
                await http.post("/v0/bank/holdings", credentials_token=link.credentials_token)
            )
        except Processing:
            log.debug("user %d: still being retrieved", link.user_id)
            await asyncio.sleep(POLL_SECONDS)
    return Portfolio.from_response(await http.post("/v0/bank/holdings", credentials_token=link.credentials_token))


def problem(link: Link, exc: FlanksError, now: datetime) -> LinkResult:
    delay = NOT_BEFORE.get(type(exc))
    return LinkResult(
        user_id=link.user_id,
        problem=f"{type(exc).__name__}: {exc.text}",
        status=exc.status,
        error_code=exc.error_code,
        not_before=now + delay if delay else None,
        ask_user=isinstance(exc, (WrongCredentials, ScaRequired)),
    )


async def refresh_all(http: FlanksHttp, links: Iterable[Link]) -> list[LinkResult]:
    links = list(links)
    now = datetime.now(timezone.utc)
    answers = await asyncio.gather(*(fetch(http, link) for link in links), return_exceptions=True)
    results: list[LinkResult] = []
    unexpected: list[BaseException] = []
    for link, answer in zip(links, answers, strict=True):
        if isinstance(answer, Portfolio):
            results.append(LinkResult(user_id=link.user_id, portfolio=answer))
        elif isinstance(answer, FlanksError):
            log.warning("user %d: %s", link.user_id, answer)
            results.append(problem(link, answer, now))
        else:
            log.error("user %d: %r", link.user_id, answer)
            unexpected.append(answer)
    if unexpected:
        raise BaseExceptionGroup(f"{len(unexpected)} of {len(links)} links", unexpected)
    return results
