from __future__ import annotations

from typing import Any


class SynapseFault(Exception):
    def __init__(self, body: dict[str, Any]) -> None:
        self.body = body
        self.code = int(body["error_code"])
        super().__init__(f"{body.get('http_code')}/{body['error_code']} {body.get('error', {})}")

    @property
    def transient(self) -> bool:
        """Their side, not ours."""
        return self.code >= 500
