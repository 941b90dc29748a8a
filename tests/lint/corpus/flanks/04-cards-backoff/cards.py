from dataclasses import dataclass
from decimal import Decimal

from flanks_api import Api


@dataclass(frozen=True)
class CardMovement:
    card: str
    day: str
    amount: Decimal | None


def movements(api: Api, credentials_token: str) -> list[CardMovement]:
    answer = api.post("/v0/bank/card/transactions", credentials_token=credentials_token)
    result = []
    for card in answer.get("cards", []):
        for row in card["transactions"]:
            # null means that the entity did not give the field
            amount = None if row["amount"] is None else Decimal(str(row["amount"]))
            result.append(CardMovement(card["number"], row["date"], amount))
    return result
