from __future__ import annotations

from enum import IntEnum

import attrs


class FlanksCode(IntEnum):
    INCOMPLETE = 20001
    PROCESSING = 20002
    SCA_ERROR = 20003
    CONFIGURATION_ERROR = 40001
    BANK_ERROR = 5001
    CREDENTIALS_ERROR = 50002
    SCA_REQUIRED = 50003


@attrs.frozen
class Wait:
    seconds: int
    times: int


_WAITS = (
    (FlanksCode.PROCESSING, Wait(seconds=30, times=20)),
    (FlanksCode.BANK_ERROR, Wait(seconds=1800, times=2)),
)
WAITS: dict[int, Wait] = {int(code): wait for code, wait in _WAITS}


class FlanksError(Exception):
    def __init__(self, status: int, code: int | None, text: str) -> None:
        super().__init__(f"{status} {code}: {text}")
        self.status = status
        self.code = code
        self.text = text

    @property
    def wait(self) -> Wait | None:
        return None if self.code is None else WAITS.get(self.code)
