"""Models of Khipu's replies (pydantic), generated once and then edited by hand."""
from __future__ import annotations

from enum import Enum
from typing import Any, Optional

from pydantic import BaseModel


class ErrorGroup(Enum):
    AUTHENTICATION = "A0"
    LOGON = "E1"
    TARGET_DOWN = "E2"
    NO_DATA = "E3"
    PARAMETERS = "E4"
    CUSTOM = "E9"
    INCOMPLETE = "D0"
    PROCESSING = "F0"
    TIMEOUT = "T0"
    INFRASTRUCTURE = "I0"
    REQUEST = "P0"
    LIFESPAN = "L0"


class ErrorBody(BaseModel):
    Code: str
    Type: str
    Description: str = ""

    @property
    def group(self) -> ErrorGroup:
        return ErrorGroup(self.Code[:2])


class Reply(BaseModel):
    Status: str
    OperationId: Optional[str] = None
    Data: Optional[dict[str, Any]] = None
    Error: Optional[ErrorBody] = None
