from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import requests


@dataclass(frozen=True)
class Problem:
    Code: str
    Type: str
    Description: str = ""


@dataclass(frozen=True)
class Answer:
    data: Any = None
    problem: Problem | None = None

    @classmethod
    def from_json(cls, doc: dict[str, Any]) -> Answer:
        if doc["Status"] == "ERROR":
            return cls(problem=Problem(**doc["Error"]))
        return cls(data=doc["Data"])


class KhipuGateway:
    def __init__(self, base_url: str, jwt: str) -> None:
        self._base_url = base_url
        self._auth = {"Authorization": f"Bearer {jwt}"}

    def tax_folder(self, rut: str, password: str) -> Answer:
        response = requests.post(
            f"{self._base_url}/v1/cl/services/sii.cl/tax-folder",
            json={"Username": rut, "Password": password},
            headers=self._auth,
            timeout=(5, 120),
        )
        return Answer.from_json(response.json())
