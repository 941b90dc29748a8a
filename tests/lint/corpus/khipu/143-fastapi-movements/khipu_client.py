import logging

import httpx
from tenacity import before_sleep_log, retry, retry_if_exception_type, stop_after_attempt, wait_exponential

from schemas import BankLogin, ErrorBody, Movement, Reply

logger = logging.getLogger("khipu")


class KhipuError(Exception):
    def __init__(self, operation_id: str, error: ErrorBody):
        super().__init__(f"{error.code}/{error.type}: {error.description}")
        self.operation_id = operation_id
        self.error = error


class BankUnavailable(KhipuError):
    """El banco no respondió, vale la pena reintentar."""


def to_exception(reply: Reply) -> KhipuError:
    error = reply.error
    # E2xx: el servicio de destino tiene problemas. T000: timeout del scraping
    if error.code.startswith("E2") or error.code == "T000":
        return BankUnavailable(reply.operation_id, error)
    return KhipuError(reply.operation_id, error)


class KhipuClient:
    def __init__(self, api_key: str, base_url: str = "https://api.khipu.com"):
        self.base_url = base_url
        self.headers = {"x-api-key": api_key}

    @retry(
        retry=retry_if_exception_type(BankUnavailable),
        wait=wait_exponential(multiplier=2, min=2, max=30),
        stop=stop_after_attempt(4),
        before_sleep=before_sleep_log(logger, logging.WARNING),
        reraise=True,
    )
    async def _post(self, path: str, body: dict) -> dict:
        async with httpx.AsyncClient(base_url=self.base_url, headers=self.headers, timeout=120) as http:
            response = await http.post(path, json=body)
        reply = Reply.model_validate(response.json())
        if reply.status == "ERROR":
            raise to_exception(reply)
        return reply.data or {}

    async def movements(self, login: BankLogin) -> list[Movement]:
        data = await self._post(
            f"/v1/cl/banks/{login.bank}/movements",
            {"Username": login.rut, "Password": login.password},
        )
        return [
            Movement(day=row["Date"], amount=row["Amount"], text=row.get("Description", ""))
            for row in data.get("Movements", [])
        ]
