"""Loads the positions of all clients, a few at a time."""
from __future__ import annotations

import asyncio
import logging
import os
import sqlite3

from flanks_api import DataNotReady, FlanksApi, FlanksError, Position
from store import PositionStore

logger = logging.getLogger("positions")


class PositionLoader:
    def __init__(self, api: FlanksApi, store: PositionStore | None = None, width: int = 4) -> None:
        self.api = api
        self.store = store
        self.gate = asyncio.Semaphore(width)

    async def positions_of(self, credentials_token: str) -> list[Position]:
        try:
            return await self.api.positions(credentials_token)
        except FlanksError as exc:
            logger.warning("no positions: %s", exc)
            return []

    async def load(self, client_id: int, credentials_token: str) -> int | None:
        async with self.gate:
            try:
                positions = await self.positions_of(credentials_token)
            except DataNotReady:
                logger.info("client %s is still being collected", client_id)
                return None
        return self.store.replace(client_id, positions)

    async def run(self) -> int:
        counts = await asyncio.gather(*(self.load(cid, token) for cid, token in self.store.tokens()))
        return sum(count for count in counts if count is not None)


def main() -> None:
    logging.basicConfig(level=logging.INFO)
    store = PositionStore(sqlite3.connect(os.environ["POSITIONS_DB"]))
    loader = PositionLoader(FlanksApi(os.environ["FLANKS_TOKEN"]), store)
    logger.info("%s positions", asyncio.run(loader.run()))


if __name__ == "__main__":
    main()
