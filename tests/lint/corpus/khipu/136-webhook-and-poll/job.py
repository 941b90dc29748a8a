"""An asynchronous Khipu operation: started once, then webhook or polling, whichever answers first."""
from __future__ import annotations

import logging
from collections import Counter
from dataclasses import dataclass
from typing import Any

from ports import Api, Clock, Inbox
from verdicts import BY_ADVICE, KhipuError, NotScraped, unwrap

log = logging.getLogger(__name__)


class NoOperation(Exception):
    """Accepted without an OperationId; the reply is kept for the ticket."""

    def __init__(self, reply: dict[str, Any]) -> None:
        super().__init__(repr(reply)[:300])
        self.reply = reply


@dataclass(frozen=True)
class Finished:
    operation_id: str
    data: Any
    polls: int
    by_webhook: bool


class Job:
    def __init__(self, api: Api, clock: Clock, inbox: Inbox, callback: str) -> None:
        self._api = api
        self._clock = clock
        self._inbox = inbox
        self._callback = callback

    async def run(self, service: str, params: dict[str, Any]) -> Finished:
        # Never repeated: each start is a login at the customer's bank.
        reply = await self._api.start(service, params, self._callback)
        unwrap(reply)
        operation_id = str(reply.get("OperationId") or "")
        if not operation_id:
            raise NoOperation(reply)
        return await self.collect(operation_id)

    async def collect(self, operation_id: str) -> Finished:
        """Also called alone, for operations that were under way when we were restarted."""
        spent: Counter[str] = Counter()
        polls = 0
        while True:
            mail = self._inbox.take(operation_id)
            if mail is not None:
                return Finished(operation_id, unwrap(mail), polls, by_webhook=True)
            polls += 1
            try:
                return Finished(operation_id, unwrap(await self._api.result(operation_id)), polls, by_webhook=False)
            except KhipuError as error:
                rule = BY_ADVICE.get(error.advice) if error.may_ask_again else None
                if rule is None or spent[error.advice] >= rule.times:
                    raise
                spent[error.advice] += 1
                if not isinstance(error, NotScraped):
                    log.warning("%s: %s", operation_id, error)
                await self._clock.pause(rule.pause)
