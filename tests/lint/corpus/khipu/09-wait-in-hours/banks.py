from __future__ import annotations

from typing import Any

import requests

from settings import settings


class KhipuError(Exception):
    def __init__(self, operation: str, *, code: str, advice: str, text: str) -> None:
        super().__init__(f"{operation}: {code} {text}")
        self.operation = operation
        self.code = code
        self.advice = advice
        self.text = text


def balance(bank: str, rut: str, password: str, base_url: str = settings.khipu_url) -> float:
    document = requests.post(
        f"{base_url}/v1/cl/banks/{bank}/balance",
        json={"Username": rut, "Password": password},
        headers={"Authorization": f"Bearer {settings.khipu_token}"},
        timeout=75,
    ).json()
    failure = document["Error"]
    if document["Status"] == "ERROR":
        raise KhipuError(
            document["OperationId"], code=failure["Code"], advice=failure["Type"], text=failure["Description"]
        )
    return float(document["Data"]["Balance"])
