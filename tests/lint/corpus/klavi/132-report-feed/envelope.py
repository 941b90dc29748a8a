"""The reply body as pydantic models. Klavi's own code decides which one it is, not the HTTP status."""
from __future__ import annotations

from typing import Annotated, Any, Union

from pydantic import BaseModel, ConfigDict, Discriminator, Field, Tag, TypeAdapter

PARTIAL = {201: "extra-authorization", 202: "transactions", 203: "cpf"}


class _Reply(BaseModel):
    model_config = ConfigDict(extra="ignore")

    code: int
    message: str | None = None


class Page(BaseModel):
    transactions: list[dict[str, Any]] = Field(default_factory=list)
    next_cursor: str | None = None


class Complete(_Reply):
    data: Page | None = None


class Partial(_Reply):
    data: Page | None = None

    @property
    def gap(self) -> str:
        return PARTIAL[self.code]


class Failure(_Reply):
    """Any other code, those that nobody has documented yet included."""


def _tag(raw: Any) -> str:
    try:
        code = int(raw["code"])
    except (KeyError, TypeError, ValueError):
        return "failure"
    if code == 200:
        return "complete"
    return "partial" if code in PARTIAL else "failure"


Envelope = Annotated[
    Union[
        Annotated[Complete, Tag("complete")],
        Annotated[Partial, Tag("partial")],
        Annotated[Failure, Tag("failure")],
    ],
    Discriminator(_tag),
]
ENVELOPE: TypeAdapter[Complete | Partial | Failure] = TypeAdapter(Envelope)
