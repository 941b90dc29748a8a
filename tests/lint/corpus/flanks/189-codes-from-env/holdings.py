"""What the customer holds, validated, for the suitability test."""
from __future__ import annotations

from decimal import Decimal

from pydantic import BaseModel, ConfigDict, Field

from flanks_client import FlanksClient


class Holding(BaseModel):
    model_config = ConfigDict(extra="ignore", frozen=True)

    isin: str = ""
    value: Decimal | None = None
    risk: int | None = None


class Holdings(BaseModel):
    model_config = ConfigDict(extra="ignore")

    holdings: list[Holding] = Field(default_factory=list)
    cash: Decimal | None = None

    @property
    def incomplete(self) -> bool:
        """Flanks sets to null what the bank doesn't tell."""
        return self.cash is None or any(holding.value is None for holding in self.holdings)

    @property
    def riskiest(self) -> int:
        """On the scale of 1 to 7; a fund without a risk counts as the worst."""
        return max((7 if holding.risk is None else holding.risk for holding in self.holdings), default=0)


def load_holdings(client: FlanksClient, credentials_token: str) -> Holdings:
    return Holdings.model_validate(client.read("holdings", credentials_token))


def suits(client: FlanksClient, credentials_token: str, appetite: int) -> bool:
    """Whether the customer's funds are within the risk that he declared."""
    return load_holdings(client, credentials_token).riskiest <= appetite
