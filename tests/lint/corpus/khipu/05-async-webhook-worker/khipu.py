from __future__ import annotations

from typing import Any, NamedTuple

import httpx


class KhipuFault(NamedTuple):
    code: str
    type: str
    description: str

    @classmethod
    def parse(cls, error: dict[str, str]) -> "KhipuFault":
        return cls(error["Code"], error["Type"], error["Description"])


class KhipuFailure(Exception):
    def __init__(self, fault: KhipuFault, operation_id: str | None) -> None:
        super().__init__(f"{fault.code}: {fault.description}")
        self.fault = fault
        self.operation_id = operation_id


def unwrap(document: dict[str, Any]) -> Any:
    """Data of a response or of a webhook notification (same envelope)."""
    if document["Status"] == "ERROR":
        raise KhipuFailure(KhipuFault.parse(document["Error"]), document.get("OperationId"))
    return document["Data"]


class KhipuClient:
    def __init__(self, token: str, base_url: str = "https://api.khipu.com") -> None:
        self._http = httpx.Client(
            base_url=base_url,
            headers={"Authorization": f"Bearer {token}"},
            transport=httpx.HTTPTransport(retries=2),
            timeout=60,
        )

    def start_extraction(self, service: str, username: str, password: str, callback: str) -> dict[str, Any]:
        response = self._http.post(
            f"/v1/cl/services/{service}/async",
            json={"Username": username, "Password": password, "CallbackUrl": callback},
        )
        return unwrap(response.json())
