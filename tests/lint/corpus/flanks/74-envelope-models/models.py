from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter

Transient = Literal[20002]


class ErrorBody(BaseModel):
    error: str = ""
    error_code: int | None = None


class Card(BaseModel):
    model_config = ConfigDict(extra="ignore")

    pan: Annotated[str, Field(alias="masked_pan")]
    currency_code: str = "EUR"
    limit: float | None = None


Cards = TypeAdapter(list[Card])


def has_error(raw: dict[str, Any]) -> bool:
    return raw.get("error_code") is not None or "error" in raw
