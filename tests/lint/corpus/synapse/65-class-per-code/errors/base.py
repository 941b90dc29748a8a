from __future__ import annotations

from typing import Any


class SynapseError(Exception):
    """An answer of SynapseFI that is not a success."""

    def __init__(self, body: dict[str, Any], http_status: int) -> None:
        super().__init__(http_status, body.get("error_code"), body.get("error"))
        self.body = body
        self.http_status = http_status

    @property
    def error_code(self) -> str | None:
        return self.body.get("error_code")
