from __future__ import annotations

from typing import Any

import aiohttp

from model import BankException, DataException, ErrorCode, FlanksException, RequestException, UserMustAct


class Api:
    """One method per endpoint; every refusal is a FlanksException."""

    def __init__(self, session: aiohttp.ClientSession, base: str = "https://api.flanks.io") -> None:
        self.session = session
        self.base = base

    async def _send(self, path: str, **fields: Any) -> dict[str, Any]:
        async with self.session.post(self.base + path, json=fields) as reply:
            body: dict[str, Any] = await reply.json()
            match body.get("error_code"):
                case None if reply.status == 200:
                    return body
                case ErrorCode.CONFIGURATION_ERROR:
                    raise RequestException(reply.status, body)
                case ErrorCode.CREDENTIALS_ERROR | ErrorCode.SCA_REQUIRED:
                    raise UserMustAct(reply.status, body)
                case ErrorCode.BANK_ERROR:
                    raise BankException(reply.status, body)
                case ErrorCode.INCOMPLETE | ErrorCode.PROCESSING | ErrorCode.SCA_ERROR:
                    raise DataException(reply.status, body)
                case _:
                    raise FlanksException(reply.status, body)

    async def portfolio(self, credentials_token: str) -> list[dict[str, Any]]:
        body = await self._send("/v0/bank/portfolio", credentials_token=credentials_token)
        return body["portfolios"]

    async def status(self, credentials_token: str) -> dict[str, Any]:
        return await self._send("/v0/credentials/status", credentials_token=credentials_token)
