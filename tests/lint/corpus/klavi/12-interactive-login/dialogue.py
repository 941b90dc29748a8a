from __future__ import annotations

from typing import Protocol


class Dialogue(Protocol):
    """Whoever talks to the user: the app, the chat bot, or a test."""

    async def ask_password(self, reason: str) -> str | None: ...

    async def ask_mfa(self, reason: str) -> str | None: ...

    async def sessions_closed(self, reason: str) -> bool: ...

    async def tell(self, text: str) -> None: ...


class NobodyThere:
    async def ask_password(self, reason: str) -> str | None:
        return None

    async def ask_mfa(self, reason: str) -> str | None:
        return None

    async def sessions_closed(self, reason: str) -> bool:
        return False

    async def tell(self, text: str) -> None:
        print(text)
