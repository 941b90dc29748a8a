from __future__ import annotations

from typing import Literal, Optional, Union

from pydantic import BaseModel, ValidationError


class ErrorObject(BaseModel):
    Code: str
    Type: str
    Description: str


class Envelope(BaseModel):
    OperationId: Optional[str] = None
    Status: Literal["OK", "ERROR"]
    Data: Optional[dict] = None
    Error: Optional[ErrorObject] = None


class Done(BaseModel):
    kind: Literal["done"] = "done"
    operation: Optional[str]
    data: dict


class NeedsMore(BaseModel):
    """D000: the process has to be completed by the employee before there is a result."""

    kind: Literal["needs-more"] = "needs-more"
    operation: Optional[str]
    code: str
    advice: str
    text: str
    hold_hours: int = 0


class Failed(BaseModel):
    kind: Literal["failed"] = "failed"
    operation: Optional[str]
    code: str
    advice: str
    text: str
    hold_hours: int = 0


class Unreadable(BaseModel):
    kind: Literal["unreadable"] = "unreadable"
    status: int


Answer = Union[Done, NeedsMore, Failed, Unreadable]


def interpret(raw: bytes | str, status: int = 200) -> Answer:
    try:
        envelope = Envelope.model_validate_json(raw)
    except ValidationError:
        return Unreadable(status=status)
    error = envelope.Error
    if error is None:
        if envelope.Status == "OK":
            return Done(operation=envelope.OperationId, data=envelope.Data or {})
        return Unreadable(status=status)
    common = {"operation": envelope.OperationId, "code": error.Code, "advice": error.Type, "text": error.Description}
    common["hold_hours"] = 4 if error.Type == "WAIT_4_HOURS_BEFORE_RETRY" else 0
    if error.Code == "D000":
        return NeedsMore(**common)
    return Failed(**common)
