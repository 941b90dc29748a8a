from typing import Any, Optional

import httpx
from pydantic import BaseModel
from tenacity import retry, retry_if_exception_type, stop_after_attempt, wait_fixed

from errors import BY_CODE, BankSideError, KlaviError


class Reply(BaseModel):
    code: int
    message: str = ""
    data: Optional[dict[str, Any]] = None


class Accounts(BaseModel):
    accounts: list[dict[str, Any]]
    note: Optional[str] = None


class AccountService:
    def __init__(self, base_url: str, partner: str, token: str) -> None:
        self._client = httpx.Client(
            base_url=base_url, headers={"partnerCode": partner, "partnerToken": token}, timeout=45
        )

    @retry(
        retry=retry_if_exception_type(BankSideError),
        wait=wait_fixed(20 * 60),
        stop=stop_after_attempt(3),
        reraise=True,
    )
    def fetch(self, connection_key: str) -> Accounts:
        response = self._client.post("/v1/accounts", json={"connectionKey": connection_key})
        reply = Reply(**response.json())
        if reply.code == 200:
            return Accounts(accounts=(reply.data or {}).get("accounts", []))
        if reply.code in (201, 202, 203):
            found = (reply.data or {}).get("accounts", [])
            return Accounts(accounts=found, note=f"incomplete ({reply.code}): {reply.message}")
        raise BY_CODE.get(reply.code, KlaviError)(reply.code, reply.message)
