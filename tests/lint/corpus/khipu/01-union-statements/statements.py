from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from itertools import count
from typing import Any

import httpx

from errors import to_exception
from schema import ErrorInfo, Failed, Ok, Reply


class Statements:
    def __init__(
        self,
        base_url: str,
        jwt: Callable[[], str],
        sleep: Callable[[float], object],
        now: Callable[[], datetime],
        sends: int = 3,
    ) -> None:
        self._http = httpx.Client(base_url=base_url, timeout=120)
        self._jwt, self._sleep, self._now, self._sends = jwt, sleep, now, sends

    def month(self, bank: str, user: str, password: str, month: str) -> list[dict[str, Any]]:
        for sent in count(1):
            resp = self._http.post(
                f"/v1/cl/banks/{bank}/statement",
                json={"Username": user, "Password": password, "Month": month},
                headers={"Authorization": f"Bearer {self._jwt()}"},
            )
            match Reply.validate_python(resp.json()):
                case Ok(Data=data):
                    return data.get("Movements", [])
                case Failed(Error=ErrorInfo(Type="RETRY_IMMEDIATELY")) if sent < self._sends:
                    self._sleep(sent)
                case Failed(Error=info):
                    raise to_exception(info, self._now())
        raise AssertionError("unreachable")
