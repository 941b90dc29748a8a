from __future__ import annotations

from typing import Any

from transport import Transport


async def credit_cards(transport: Transport, consent_id: str) -> list[dict[str, Any]]:
    data = await transport.get("/data/credit-cards-accounts", consent_id)
    return [card for card in data["accounts"] if card.get("productType") != "DEBIT"]
