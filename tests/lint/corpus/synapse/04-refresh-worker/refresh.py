"""Keeps balances of linked accounts fresh (Synapse), and tells customers when they must link again."""
from __future__ import annotations

import asyncio
import logging
from typing import Any, Awaitable, Callable, Protocol

import aiohttp

log = logging.getLogger(__name__)


class RefreshError(Exception):
    def __init__(self, http_code: int, error_code: str, message: str) -> None:
        super().__init__(f"{http_code}/{error_code} {message}")
        self.http_code = http_code
        self.error_code = error_code
        self.message = message

    @property
    def temporary(self) -> bool:
        return (self.http_code, self.error_code) == (503, "503")


class RelinkNeeded(RefreshError):
    pass


class RefreshUnsupported(RefreshError):
    pass


class Pending(Exception):
    """Synapse took the request but there's no final answer."""


class Notifier(Protocol):
    def relink(self, user_id: str, node_id: str) -> Awaitable[None]: ...


def classify(http_code: int, error_code: str) -> type[RefreshError]:
    if http_code == 401 and error_code == "110":
        return RelinkNeeded
    if http_code == 400 and error_code == "410":
        return RefreshUnsupported
    return RefreshError


class RefreshClient:
    def __init__(self, gateway: str, user: str, base_url: str = "https://api.synapsefi.com") -> None:
        self.base_url = base_url
        self.headers = {"X-SP-GATEWAY": gateway, "X-SP-USER": user}

    async def _patch(self, path: str) -> dict[str, Any]:
        async with aiohttp.ClientSession(headers=self.headers) as session:
            async with session.patch(self.base_url + path, json={"refresh": True}) as response:
                body = await response.json(content_type=None)
                status = response.status
        if status == 202:
            raise Pending(body)
        if status != 200:
            code = str(body.get("error_code"))
            raise classify(status, code)(status, code, body.get("error", {}).get("en", ""))
        return body

    async def refresh(self, user_id: str, node_id: str, attempts: int = 3, pause: float = 600) -> dict[str, Any]:
        path = f"/v3.1/users/{user_id}/nodes/{node_id}?force_refresh=yes"
        for left in reversed(range(attempts)):
            try:
                return await self._patch(path)
            except RefreshError as exc:
                if not (exc.temporary and left):
                    raise
                log.info("%s: %s, %d attempts left", node_id, exc, left)
                await asyncio.sleep(pause)
        raise ValueError("attempts must be positive")


async def worker(
    queue: "asyncio.Queue[tuple[str, str]]",
    client: RefreshClient,
    notifier: Notifier,
    record: Callable[[str, str], None],
) -> None:
    while True:
        user_id, node_id = await queue.get()
        try:
            body = await client.refresh(user_id, node_id)
            record(node_id, f"ok:{body['info']['balance']['amount']}")
        except RelinkNeeded as exc:
            record(node_id, f"relink:{exc.error_code}")
            await notifier.relink(user_id, node_id)
        except RefreshUnsupported as exc:
            record(node_id, f"unsupported:{exc.error_code}")
        except RefreshError as exc:
            record(node_id, f"error:{exc.http_code}/{exc.error_code}")
        except Pending:
            record(node_id, "pending")
        except aiohttp.ClientError as exc:
            record(node_id, f"network:{type(exc).__name__}")
        finally:
            queue.task_done()
