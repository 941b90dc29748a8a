from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from api import Api, KlaviFailure


class LinkFailed(Exception):
    """Shown to the customer as it is."""


class NeedsAttention(Exception):
    def __init__(self, gaps: int) -> None:
        super().__init__(gaps)
        self.gaps = gaps


@dataclass(slots=True)
class Link:
    report_id: str
    bank: str


GENERIC = "Não foi possível conectar sua conta. Tente novamente mais tarde."


async def create_link(api: Api, bank: str, credentials: dict[str, str]) -> Link:
    try:
        data = await _create(api, {"bank": bank, **credentials})
    except KlaviFailure:
        raise LinkFailed(GENERIC) from None
    return Link(data["report_id"], bank)


async def _create(api: Api, payload: dict[str, Any]) -> dict[str, Any]:
    code, body = await api.post("/open-data/v1/links", payload)
    match code:
        case 200:
            return body["data"]
        case 201 | 202 | 203:
            raise NeedsAttention(code)
        case _:
            raise KlaviFailure(body.get("message"))
