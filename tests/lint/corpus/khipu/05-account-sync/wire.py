from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any


@dataclass
class ErrorBlock:
    Code: str
    Type: str
    Description: str


@dataclass
class Envelope:
    OperationId: str
    Status: str
    Data: Any = None
    AdditionalInformation: Any = None
    Error: Any = None
    LifeSpan: Any = None
    failure: ErrorBlock | None = field(init=False, default=None)

    def __post_init__(self) -> None:
        if self.Error:
            self.failure = ErrorBlock(**self.Error)


class KhipuFailure(Exception):
    def __init__(self, block: ErrorBlock) -> None:
        super().__init__(f"{block.Code}/{block.Type}: {block.Description}")
        self.block = block
