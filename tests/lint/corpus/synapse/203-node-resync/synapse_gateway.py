"""Gateway to SynapseFI v3.1 over http.client (the DMZ hosts carry the standard library only)."""
from __future__ import annotations

import abc
import http.client
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode, urlsplit

from error_kinds import IllegibleReply, SynapseFailure

PRODUCTION = "https://api.synapsefi.com/v3.1"
OK = "0"
ACTION_PENDING = "10"


@dataclass(frozen=True)
class NodeReply:
    pending: bool
    document: Mapping[str, Any]


class NodeGateway(abc.ABC):
    @abc.abstractmethod
    def resync(self, user_id: str, node_id: str) -> NodeReply: ...


class HttpNodeGateway(NodeGateway):
    def __init__(self, gateway_key: str, user_key: str, base_url: str = PRODUCTION, timeout: float = 60.0) -> None:
        self._parts = urlsplit(base_url)
        self._timeout = timeout
        self._headers = {"X-SP-GATEWAY": gateway_key, "X-SP-USER": user_key, "Content-Type": "application/json"}

    def _connect(self) -> http.client.HTTPConnection:
        factory = http.client.HTTPSConnection if self._parts.scheme == "https" else http.client.HTTPConnection
        return factory(self._parts.netloc, timeout=self._timeout)

    def resync(self, user_id: str, node_id: str) -> NodeReply:
        query = urlencode({"resync": "BALANCE"})
        path = f"{self._parts.path}/users/{user_id}/nodes/{node_id}?{query}"
        connection = self._connect()
        try:
            connection.request("PATCH", path, body=b"{}", headers=self._headers)
            response = connection.getresponse()
            status, raw = response.status, response.read()
        finally:
            connection.close()
        return self._interpret(status, raw)

    @staticmethod
    def _interpret(status: int, raw: bytes) -> NodeReply:
        try:
            document = json.loads(raw)
        except ValueError as cause:
            raise IllegibleReply(status, raw) from cause
        if not isinstance(document, dict):
            raise IllegibleReply(status, raw)
        http_code = str(document.get("http_code") or status)
        error_code = str(document.get("error_code", OK if status in (200, 202) else ""))
        if error_code == ACTION_PENDING or (error_code == OK and "202" in (http_code, str(status))):
            return NodeReply(pending=True, document=document)
        if error_code == OK and status == 200 and document.get("success") is not False:
            return NodeReply(pending=False, document=document)
        error = document.get("error")
        text = error.get("en", "") if isinstance(error, dict) else str(error or "")
        raise SynapseFailure(http_code, error_code, text)
