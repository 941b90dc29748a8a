from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from session import brick_session, get


@dataclass
class Profile:
    identification: dict[str, Any]
    accounts: list[dict[str, Any]]


async def load_profile(base_url: str, token: str, consent_id: str) -> Profile:
    async with brick_session(base_url, token) as session:
        person = await get(session, "/data/customers/personal/identifications", consent_id)
        accounts = await get(session, "/data/accounts", consent_id)
    return Profile(person, accounts["accounts"])
