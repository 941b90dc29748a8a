from __future__ import annotations

import http.client
import json
from typing import NamedTuple
from urllib.parse import urlsplit


class Falla(NamedTuple):
    code: str
    type: str
    description: str

    @property
    def sin_datos(self) -> bool:
        return self.code[:2] == "E3"


class Respuesta(NamedTuple):
    operation_id: str | None
    data: dict | None
    falla: Falla | None


class RespuestaIlegible(Exception):
    pass


class KhipuApi:
    def __init__(self, token: str, base_url: str = "https://api.khipu.com") -> None:
        self._url = urlsplit(base_url)
        self._token = token

    def _open(self) -> http.client.HTTPConnection:
        factory = http.client.HTTPSConnection if self._url.scheme == "https" else http.client.HTTPConnection
        return factory(self._url.netloc, timeout=100)

    def cartola(self, banco: str, credenciales: dict[str, str], periodo: str) -> Respuesta:
        conn = self._open()
        try:
            conn.request(
                "POST",
                f"/v1/cl/banks/{banco}/statements",
                body=json.dumps({**credenciales, "Period": periodo}),
                headers={"Authorization": f"Bearer {self._token}", "Content-Type": "application/json"},
            )
            raw = conn.getresponse()
            text = raw.read()
        finally:
            conn.close()
        try:
            doc = json.loads(text)
            error = doc["Error"]
            falla = None if error is None else Falla(error["Code"], error["Type"], error["Description"])
        except (ValueError, KeyError, TypeError) as exc:
            raise RespuestaIlegible(f"http {raw.status}: {text[:200]!r}") from exc
        return Respuesta(doc.get("OperationId"), doc.get("Data"), falla)
