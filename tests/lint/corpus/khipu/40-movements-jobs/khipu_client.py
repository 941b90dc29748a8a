from __future__ import annotations

import requests

from khipu_errors import BadGateway, Hiccup, KhipuError


class KhipuClient:
    def __init__(self, jwt: str, base_url: str = "https://api.khipu.com", attempts: int = 3) -> None:
        self._session = requests.Session()
        self._session.headers.update({"Authorization": f"Bearer {jwt}", "Accept": "application/json"})
        self._base = base_url
        self._attempts = attempts

    def _request(self, path: str, payload: dict) -> dict:
        response = self._session.post(self._base + path, json=payload, timeout=(5, 120))
        try:
            document = response.json()
            status = document["Status"]
        except (ValueError, KeyError, TypeError) as exc:
            raise BadGateway(f"{path}: HTTP {response.status_code}") from exc
        if status != "OK":
            raise KhipuError.build(document)
        return document["Data"]

    def _request_patiently(self, path: str, payload: dict) -> dict:
        for _ in range(self._attempts - 1):
            try:
                return self._request(path, payload)
            except Hiccup:
                continue
        return self._request(path, payload)

    def movements(self, rut: str, password: str, month: str) -> list[dict]:
        data = self._request_patiently(
            "/v1/cl/banks/bancoestado.cl/movements",
            {"Username": rut, "Password": password, "Month": month},
        )
        return data["Movements"]
