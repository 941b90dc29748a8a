from typing import Any

import httpx

from schemas import ErrorInfo, Reply


class ScrapeFailed(Exception):
    def __init__(self, info: ErrorInfo, operation_id: str | None) -> None:
        super().__init__(f"{info.Code}/{info.Type}: {info.Description}")
        self.info = info
        self.operation_id = operation_id


class SiiScraper:
    def __init__(self, token: str, base_url: str = "https://api.khipu.com") -> None:
        self._client = httpx.Client(
            base_url=base_url, headers={"Authorization": f"Bearer {token}"}, timeout=120
        )

    def invoices(self, rut: str, password: str, period: str) -> dict[str, Any]:
        response = self._client.post(
            "/v1/cl/services/sii.cl/invoices",
            json={"RequestData": {"Username": rut, "Password": password, "Period": period}},
        )
        reply = Reply.model_validate_json(response.content)
        if reply.Status == "ERROR":
            raise ScrapeFailed(reply.Error, reply.OperationId)
        return reply.Data or {}
