"""Uploads KYC documents."""
from __future__ import annotations

import base64
from pathlib import Path

import httpx

from models import Envelope


class UploadFailed(Exception):
    def __init__(self, envelope: Envelope) -> None:
        super().__init__(f"upload failed: {envelope.http_code}/{envelope.code}")
        self.envelope = envelope


class Documents:
    def __init__(self, http: httpx.AsyncClient) -> None:
        self.http = http

    async def _patch(self, path: str, payload: dict) -> Envelope:
        reply = await self.http.patch(path, json=payload)
        envelope = Envelope.model_validate_json(reply.content)
        if envelope.failed:
            raise UploadFailed(envelope)
        return envelope

    async def upload(self, user_id: str, name: str, content: bytes) -> bool:
        encoded = base64.b64encode(content).decode()
        document = {"document_type": "GOVT_ID", "document_value": f"data:image/png;base64,{encoded}"}
        await self._patch(f"/users/{user_id}", {"documents": [{"name": name, "physical_docs": [document]}]})
        return True

    async def upload_file(self, user_id: str, path: Path) -> bool:
        return await self.upload(user_id, path.stem, path.read_bytes())
