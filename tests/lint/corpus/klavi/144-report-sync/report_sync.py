"""Fetches the report of a customer and scores it. Runs in the overnight worker."""
from __future__ import annotations

import logging
import time

import httpx

from failures import RegistrationPending, Unavailable
from schema import KlaviReply, Report, Score

log = logging.getLogger("scoring.klavi")

REGISTRATION_NOT_FINISHED = 415
HALF_AN_HOUR = 30 * 60
CHECKS = 3


class ReportSync:
    def __init__(self, token: str, base_url: str = "https://api.klavi.ai") -> None:
        self._http = httpx.Client(
            base_url=base_url,
            headers={"Authorization": f"Bearer {token}"},
            timeout=60,
        )

    def close(self) -> None:
        self._http.close()

    def _fetch(self, cpf: str) -> Report:
        raw = self._http.get("/open-data/v1/reports", params={"cpf": cpf}).json()
        reply = KlaviReply.model_validate(raw)
        if reply.ok:
            return Report.model_validate(reply.data or {})
        if reply.code == REGISTRATION_NOT_FINISHED:
            raise RegistrationPending(reply.code)
        log.warning("klavi said no for ***%s", cpf[-3:])
        raise Unavailable(cpf)

    def score(self, cpf: str) -> Score:
        for check in range(1, CHECKS + 1):
            try:
                report = self._fetch(cpf)
            except RegistrationPending:
                if check == CHECKS:
                    raise
                log.info("registration not finished, check %d of %d", check, CHECKS)
                time.sleep(HALF_AN_HOUR)
            else:
                return Score.of(cpf, report)
        raise AssertionError("unreachable")
