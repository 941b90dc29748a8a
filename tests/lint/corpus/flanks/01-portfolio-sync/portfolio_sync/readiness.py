from __future__ import annotations

import asyncio
from contextlib import suppress

from .api import FlanksApi
from .errors import Processing


async def ready(api: FlanksApi, token: str, *, looks: int = 20, every: float = 15.0) -> bool:
    """Look at the status until the data exists; False when patience runs out."""
    for _ in range(looks):
        with suppress(Processing):
            status = await api.status(token)
            if status.get("created") or status.get("errored"):
                return True
        await asyncio.sleep(every)
    return False
