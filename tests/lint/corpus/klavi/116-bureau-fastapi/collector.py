import asyncio
import logging
from datetime import timedelta

import httpx

from models import CollectRequest, StoredReport, Transaction

logger = logging.getLogger("bureau.klavi")

MAX_ROUNDS = 3

PAUSES: dict[int, timedelta] = {
    406: timedelta(hours=1),
    414: timedelta(days=1),
    415: timedelta(minutes=30),
}


class CollectError(Exception):
    def __init__(self, code: int, message: str) -> None:
        super().__init__(f"klavi {code}: {message}")
        self.code = code


class Collector:
    def __init__(self, http: httpx.AsyncClient, parallel: int = 8) -> None:
        self._http = http
        self._gate = asyncio.Semaphore(parallel)

    async def collect(self, req: CollectRequest) -> StoredReport:
        for round_ in range(1, MAX_ROUNDS + 1):
            async with self._gate:
                resp = await self._http.post("/data/v1/collect", json=req.model_dump())
            payload = resp.json()
            code: int = payload["code"]
            if 200 <= code < 300:
                return self._store(req.cpf, payload["data"])
            pause = PAUSES.get(code)
            if pause is None or round_ == MAX_ROUNDS:
                raise CollectError(code, payload["message"])
            logger.info("cpf %s: code %d, next round in %s", req.cpf, code, pause)
            await asyncio.sleep(pause.total_seconds())
        raise AssertionError("unreachable")

    async def collect_many(self, requests: list[CollectRequest]) -> list[StoredReport | BaseException]:
        return await asyncio.gather(*map(self.collect, requests), return_exceptions=True)

    @staticmethod
    def _store(cpf: str, data: dict) -> StoredReport:
        return StoredReport(
            cpf=cpf,
            status="complete",
            accounts=data.get("accounts", []),
            transactions=[Transaction(**t) for t in data.get("transactions", [])],
        )
