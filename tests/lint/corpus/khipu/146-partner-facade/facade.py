"""Facade that partners call. Started as a wrapper around our scraper, Khipu came later."""
from __future__ import annotations

import logging
import time
from typing import Any, Iterator, Mapping

import requests

from contract import ErrorBody, ErrorGroup, Reply
from problems import BadRequest, BankProblem, Glitch, NothingFound, WrongLogin

log = logging.getLogger(__name__)

GOES_AGAIN = 3
PAUSE = 20.0

PROBLEMS: Mapping[ErrorGroup, type[BankProblem]] = {
    ErrorGroup.LOGON: WrongLogin,
    ErrorGroup.NO_DATA: NothingFound,
    ErrorGroup.PARAMETERS: BadRequest,
    ErrorGroup.REQUEST: BadRequest,
    ErrorGroup.TARGET_DOWN: Glitch,
    ErrorGroup.TIMEOUT: Glitch,
    ErrorGroup.PROCESSING: Glitch,
}


def problem_from(error: ErrorBody) -> BankProblem:
    cls = PROBLEMS.get(error.group, BankProblem)
    return cls(error.Code, error.Type, error.Description)


class BankFacade:
    def __init__(self, token: str, base_url: str = "https://api.khipu.com/v1/cl") -> None:
        self._base_url = base_url
        self._session = requests.Session()
        self._session.headers["Authorization"] = f"Bearer {token}"

    def _once(self, service: str, fields: Mapping[str, Any]) -> dict[str, Any]:
        response = self._session.post(f"{self._base_url}/{service}", json=dict(fields), timeout=(5, 120))
        reply = Reply.model_validate_json(response.content)
        if reply.Status == "OK":
            return reply.Data or {}
        assert reply.Error is not None
        raise problem_from(reply.Error)

    def _patiently(self, service: str, fields: Mapping[str, Any]) -> dict[str, Any]:
        for go in range(1, GOES_AGAIN + 1):
            try:
                return self._once(service, fields)
            except Glitch as glitch:
                if go == GOES_AGAIN:
                    raise
                log.info("%s: %s, going again in %.0f s", service, glitch, PAUSE)
            time.sleep(PAUSE)
        raise AssertionError("unreachable")

    def accounts(self, bank: str, user: str, password: str) -> Iterator[tuple[str, str]]:
        data = self._patiently(f"banks/{bank}/accounts", {"Username": user, "Password": password})
        return ((a["Number"], a.get("Currency", "CLP")) for a in data.get("Accounts", []))

    def movements(self, bank: str, user: str, password: str, month: str) -> list[dict[str, Any]]:
        fields = {"Username": user, "Password": password, "Month": month}
        try:
            return self._patiently(f"banks/{bank}/movements", fields)["Movements"]
        except NothingFound as none:
            log.info("no movements of %s at %s (%s)", month, bank, none.code)
            raise
