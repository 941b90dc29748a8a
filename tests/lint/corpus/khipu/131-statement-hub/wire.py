"""Khipu's reply as models: Status tells OK from ERROR, Error.Type tells what to do next."""
from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Any, Literal, Union

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, TypeAdapter
from pydantic.alias_generators import to_pascal


class Advice(StrEnum):
    STOP = "DO_NOT_RETRY"
    NOW = "RETRY_IMMEDIATELY"
    IN_4_HOURS = "WAIT_4_HOURS_BEFORE_RETRY"
    UNKNOWN = "?"


def _advice(raw: Any) -> Any:
    return raw if raw in set(Advice) else Advice.UNKNOWN


class _Model(BaseModel):
    model_config = ConfigDict(alias_generator=to_pascal, populate_by_name=True)


class ErrorObject(_Model):
    code: str
    type: Annotated[Advice, BeforeValidator(_advice)]
    description: str = ""


class Good(_Model):
    status: Literal["OK"]
    operation_id: str | None = None
    data: dict[str, Any] | None = None


class Bad(_Model):
    status: Literal["ERROR"]
    operation_id: str | None = None
    error: ErrorObject


Reply = Annotated[Union[Good, Bad], Field(discriminator="status")]
REPLY: TypeAdapter[Good | Bad] = TypeAdapter(Reply)
