"""aiohttp side: no code is looked at here, replies go to the classifiers as they are."""
from __future__ import annotations

import json
import logging
from dataclasses import dataclass
from types import TracebackType
from typing import Any

import aiohttp

from classify import Json, open_data, update_user_data
from result import Err, Ok, Outcome, Owner, Partial

log = logging.getLogger("klavi")


@dataclass(frozen=True)
class Overview:
    report: Outcome[Json]
    auto_update: Outcome[None] | None = None

    @property
    def complete(self) -> bool:
        return isinstance(self.report, Ok) and isinstance(self.auto_update, Ok)


class KlaviClient:
    def __init__(self, base_url: str = "https://api.klavi.ai", partner: str = "", token: str = "") -> None:
        self._base_url = base_url.rstrip("/")
        self._headers = {"X-Partner-Code": partner, "Authorization": f"Bearer {token}"}
        self._session: aiohttp.ClientSession | None = None

    async def __aenter__(self) -> "KlaviClient":
        self._session = aiohttp.ClientSession(headers=self._headers, timeout=aiohttp.ClientTimeout(total=60))
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, exc: BaseException | None, tb: TracebackType | None
    ) -> None:
        if self._session is not None:
            await self._session.close()
            self._session = None

    async def report(self, cpf: str) -> Outcome[Json]:
        return open_data(await self._send("GET", "/open-data/v1/reports", params={"cpf": cpf}))

    async def set_auto_update(self, connection_key: str, allow: bool) -> Outcome[None]:
        payload = {"connectionKey": connection_key, "allowAutoUpdate": allow}
        return update_user_data(await self._send("POST", "/open-data/v1/user-data", json=payload))

    async def overview(self, cpf: str, connection_key: str) -> Overview:
        """The report, and auto update switched on for customers whose report could be read at all."""
        match await self.report(cpf):
            case Err(owner=Owner.US) as err:
                log.error("our own mistake: %s %s", err.code, err.message)
                return Overview(err)
            case Err() as err:
                log.info("no report: %s %s, not before %s", err.code, err.message, err.not_before)
                return Overview(err)
            case Partial(code=code, missing=missing) as partial:
                log.info("report without %s (%s)", missing, code)
                return Overview(partial)
            case Ok() as ok:
                return Overview(ok, await self.set_auto_update(connection_key, True))

    async def _send(self, method: str, path: str, **kwargs: Any) -> Any:
        assert self._session is not None, "use it as a context manager"
        async with self._session.request(method, self._base_url + path, **kwargs) as response:
            text = await response.text()
        try:
            return json.loads(text)
        except ValueError:
            return {"code": None, "message": f"HTTP {response.status}: {text[:200]}"}
