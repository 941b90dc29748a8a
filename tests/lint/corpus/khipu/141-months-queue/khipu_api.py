"""Khipu statements: one POST per month. The JWT is minted by our key service and dies after a while."""
from __future__ import annotations

import logging
import time
from dataclasses import dataclass
from typing import Any, Callable

import requests

log = logging.getLogger("ledger.khipu")

PRODUCTION = "https://api.khipu.com"
STALE_TOKEN = "A000"
SAFE = "RETRY_IMMEDIATELY"
POSTPONE = "WAIT_4_HOURS_BEFORE_RETRY"
QUICK_RETRIES = 2


@dataclass(frozen=True)
class ErrorInfo:
    code: str
    advice: str
    description: str

    @property
    def nothing_there(self) -> bool:
        """The E3 group: the bank was read, the month isn't there."""
        return self.code.startswith("E3")


class KhipuError(Exception):
    def __init__(self, info: ErrorInfo) -> None:
        super().__init__(f"{info.code} ({info.advice}): {info.description}")
        self.info = info


class Postponed(KhipuError):
    """Khipu has work to do first; see jobs.py."""


class NothingThere(KhipuError):
    pass


def to_error(raw: dict[str, str]) -> KhipuError:
    info = ErrorInfo(raw.get("Code", ""), raw.get("Type", ""), raw.get("Description", ""))
    if info.advice == POSTPONE:
        return Postponed(info)
    if info.nothing_there:
        return NothingThere(info)
    return KhipuError(info)


class KhipuApi:
    def __init__(
        self,
        mint: Callable[[], str],
        base_url: str = PRODUCTION,
        session: requests.Session | None = None,
    ) -> None:
        self._mint = mint
        self._base_url = base_url
        self._session = session or requests.Session()
        self._jwt = mint()

    def _post(self, path: str, payload: dict[str, Any]) -> dict[str, Any]:
        reply = self._session.post(
            f"{self._base_url}/v1/cl/{path}",
            json=payload,
            headers={"Authorization": f"Bearer {self._jwt}"},
            timeout=(5, 120),
        ).json()
        if reply["Status"] == "OK":
            return reply["Data"]
        raise to_error(reply.get("Error") or {})

    def statement(self, bank: str, username: str, password: str, month: str) -> list[dict[str, Any]]:
        payload = {"Username": username, "Password": password, "Month": month}
        renewed = False
        quick = 0
        while True:
            try:
                return self._post(f"banks/{bank}/statement", payload)["Movements"]
            except (Postponed, NothingThere):
                raise
            except KhipuError as exc:
                if exc.info.code == STALE_TOKEN and not renewed:
                    renewed = True
                    self._jwt = self._mint()
                    log.info("khipu token renewed")
                elif exc.info.advice == SAFE and quick < QUICK_RETRIES:
                    quick += 1
                    log.info("%s, try %d", exc, quick + 1)
                    time.sleep(2)
                else:
                    raise
