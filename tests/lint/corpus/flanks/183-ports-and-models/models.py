"""Portfolio as Flanks sends it. A null is a value that could not be retrieved, not a zero."""
from __future__ import annotations

from decimal import Decimal
from typing import Iterator

from pydantic import BaseModel, ConfigDict


class Position(BaseModel):
    model_config = ConfigDict(extra="ignore")

    isin: str | None = None
    name: str | None = None
    units: Decimal | None = None
    value: Decimal | None = None


class Portfolio(BaseModel):
    model_config = ConfigDict(extra="ignore", coerce_numbers_to_str=True)

    id: str
    currency: str | None = None
    positions: list[Position] | None = None

    def gaps(self) -> Iterator[str]:
        """Names of the fields that Flanks could not retrieve."""
        for name in ("currency", "positions"):
            if name in self.model_fields_set and getattr(self, name) is None:
                yield f"{self.id}.{name}"
        for index, position in enumerate(self.positions or ()):
            for name in sorted(position.model_fields_set):
                if getattr(position, name) is None:
                    yield f"{self.id}.positions[{index}].{name}"


class Holdings(BaseModel):
    portfolios: list[Portfolio]
    gaps: tuple[str, ...] = ()

    @classmethod
    def of(cls, raw: list[dict] | None) -> "Holdings":
        if raw is None:
            return cls(portfolios=[], gaps=("portfolios",))
        portfolios = [Portfolio.model_validate(item) for item in raw]
        return cls(portfolios=portfolios, gaps=tuple(gap for p in portfolios for gap in p.gaps()))
