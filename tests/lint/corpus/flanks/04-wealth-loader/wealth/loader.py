from __future__ import annotations

import asyncio
import logging
from dataclasses import dataclass, field
from typing import Any

from .client import FlanksClient
from .errors import DataUnavailable, FlanksError, SecurityReview

log = logging.getLogger(__name__)
PRODUCTS = ("account", "card", "portfolio")


@dataclass
class Snapshot:
    products: dict[str, Any] = field(default_factory=dict)
    tickets: list[str] = field(default_factory=list)
    in_review: bool = False


async def snapshot(client: FlanksClient, credentials_token: str) -> Snapshot:
    taken = Snapshot()

    async def one(product: str) -> None:
        try:
            body = await client.load(f"/v0/bank/credentials/{product}", credentials_token)
        except SecurityReview:
            taken.in_review = True
        except DataUnavailable as exc:
            taken.tickets.append(f"{product}: {exc}")
        except FlanksError as exc:
            log.error("%s failed: %s", product, exc)
            raise
        else:
            taken.products[product] = body

    await asyncio.gather(*map(one, PRODUCTS))
    return taken
