"""Reads a user's holdings, polling while Flanks retrieves them."""
from __future__ import annotations

import logging
from typing import Any

from failures import NotAuthenticated, StillProcessing, failure
from models import Holdings
from ports import Clock, Tokens, Transport

log = logging.getLogger("flanks.reader")


class HoldingsReader:
    POLL_EVERY = 20.0
    MAX_POLLS = 30

    def __init__(self, transport: Transport, tokens: Tokens, clock: Clock) -> None:
        self._transport = transport
        self._tokens = tokens
        self._clock = clock

    def holdings(self, credentials_token: str) -> Holdings:
        payload = {"credentials_token": credentials_token}
        for poll in range(1, self.MAX_POLLS + 1):
            try:
                body = self._authenticated("/v0/bank/portfolio", payload)
            except StillProcessing:
                if poll == self.MAX_POLLS:
                    raise
                log.info("still being retrieved (%d)", poll)
                self._clock.pause(self.POLL_EVERY)
            else:
                holdings = Holdings.of(body.get("portfolios"))
                if holdings.gaps:
                    log.warning("not retrieved: %s", ", ".join(holdings.gaps))
                return holdings
        raise AssertionError("unreachable")

    def _authenticated(self, path: str, payload: dict[str, Any]) -> dict[str, Any]:
        try:
            return self._once(path, payload, self._tokens.current())
        except NotAuthenticated:
            token = self._tokens.renewed()
            if token is None:
                raise
            return self._once(path, payload, token)

    def _once(self, path: str, payload: dict[str, Any], token: str) -> dict[str, Any]:
        reply = self._transport.post(path, payload, token)
        if not reply.good:
            raise failure(reply)
        return reply.body
