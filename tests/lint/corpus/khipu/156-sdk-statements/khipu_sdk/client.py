from __future__ import annotations

from datetime import date
from types import TracebackType
from typing import Any

from ._http import DEFAULT_BASE_URL, Transport
from .models import Statement


class Khipu:
    """Entry point of the SDK::

        with Khipu(token) as khipu:
            statement = khipu.statement("bci.cl", rut, password, since=date(2024, 5, 1))
    """

    def __init__(self, token: str, base_url: str = DEFAULT_BASE_URL, transport: Transport | None = None) -> None:
        self._transport = transport or Transport(token, base_url)

    def __enter__(self) -> Khipu:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, exc: BaseException | None, tb: TracebackType | None
    ) -> None:
        self._transport.close()

    def statement(self, bank: str, username: str, password: str, *, since: date | None = None) -> Statement:
        fields: dict[str, Any] = {"Username": username, "Password": password}
        if since is not None:
            fields["DateFrom"] = since.isoformat()
        return Statement.model_validate(self._transport.post(f"/v1/cl/banks/{bank}/movements", fields))
