from __future__ import annotations

from types import TracebackType
from typing import Any

import aiohttp

from jobs import FolderJob, KhipuError

KHIPU = "https://api.khipu.com"


class Gateway:
    def __init__(self, token: str, base: str = KHIPU) -> None:
        self.base = base
        self.token = token
        self.session: aiohttp.ClientSession | None = None

    async def __aenter__(self) -> "Gateway":
        self.session = aiohttp.ClientSession(
            headers={"Authorization": f"Bearer {self.token}"},
            timeout=aiohttp.ClientTimeout(total=240),
        )
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, exc: BaseException | None, tb: TracebackType | None
    ) -> None:
        assert self.session is not None
        await self.session.close()

    async def folder(self, job: FolderJob) -> dict[str, Any]:
        assert self.session is not None
        payload = {"Username": job.rut, "Password": job.password, "Year": job.year}
        async with self.session.post(f"{self.base}/v1/cl/services/sii.cl/tax-folder", json=payload) as reply:
            body = await reply.json(content_type=None)
        if body["Status"] == "ERROR":
            error = body["Error"]
            raise KhipuError(error["Code"], error["Type"], error["Description"])
        return body["Data"]
