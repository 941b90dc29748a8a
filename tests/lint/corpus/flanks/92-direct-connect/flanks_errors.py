from __future__ import annotations

from typing import Optional

import requests


class FlanksError(Exception):
    def __init__(self, status: int, code: Optional[int], text: str) -> None:
        super().__init__(f"{status} {code}: {text}")
        self.status = status
        self.code = code
        self.text = text

    @classmethod
    def from_response(cls, response: requests.Response) -> FlanksError:
        body = response.json()
        return cls(response.status_code, body.get("error_code"), body.get("error", ""))

    @property
    def family(self) -> int:
        return 0 if self.code is None else self.code // 10000


def is_final(error: FlanksError) -> bool:
    return error.family != 5
