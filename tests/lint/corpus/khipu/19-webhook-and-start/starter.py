from __future__ import annotations

from typing import Any

import attrs
import httpx


@attrs.frozen
class Started:
    operation_id: str


class StartRefused(Exception):
    def __init__(self, body: dict[str, Any]) -> None:
        self.body = body
        super().__init__(f"operation {body.get('OperationId')}: {body['Error']['Code']}")

    @property
    def code(self) -> str:
        return self.body["Error"]["Code"]

    @property
    def retry_advice(self) -> str:
        return self.body["Error"]["Type"]


@attrs.define
class Starter:
    http: httpx.Client
    callback_url: str

    def start(self, service: str, **fields: str) -> Started:
        payload = {**fields, "CallbackUrl": self.callback_url}
        reply = self.http.post(f"/v1/cl/services/{service}", json=payload)
        body = reply.json()
        if body["Status"] != "OK":
            raise StartRefused(body)
        return Started(body["OperationId"])


def starter(token: str, callback_url: str) -> Starter:
    transport = httpx.HTTPTransport(retries=2)  # connection attempts only
    http = httpx.Client(
        base_url="https://api.khipu.com",
        headers={"Authorization": f"Bearer {token}"},
        transport=transport,
        timeout=60,
    )
    return Starter(http, callback_url)
