from typing import Any, Literal, Optional

from pydantic import BaseModel


class ErrorInfo(BaseModel):
    Code: str
    Type: str
    Description: str = ""


class Reply(BaseModel):
    OperationId: Optional[str] = None
    Status: Literal["OK", "ERROR"]
    Data: Optional[dict[str, Any]] = None
    AdditionalInformation: Optional[Any] = None
    Error: Optional[ErrorInfo] = None
    LifeSpan: Optional[Any] = None
