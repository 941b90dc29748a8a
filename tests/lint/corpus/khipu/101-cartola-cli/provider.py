"""Thin wrapper over Khipu's statement service."""
import time

import requests
from pydantic import BaseModel

TRIES = 4


class ErrorBody(BaseModel):
    Code: str
    Type: str
    Description: str


class Envelope(BaseModel):
    OperationId: str | None = None
    Status: str
    Data: dict | None = None
    Error: ErrorBody | None = None


class KhipuProblem(Exception):
    exit_code = 1

    def __init__(self, error: ErrorBody):
        super().__init__(f"{error.Code} ({error.Type}): {error.Description}")
        self.error = error


class LoginProblem(KhipuProblem):
    exit_code = 77


class TryTomorrow(KhipuProblem):
    exit_code = 75


def problem(error: ErrorBody) -> KhipuProblem:
    text = error.Description.lower()
    if "clave" in text or "password" in text or "bloquead" in text:
        return LoginProblem(error)
    if error.Type == "WAIT_4_HOURS_BEFORE_RETRY":
        return TryTomorrow(error)
    return KhipuProblem(error)


class StatementClient:
    def __init__(self, token: str, base_url: str = "https://api.khipu.com"):
        self.base_url = base_url
        self.session = requests.Session()
        self.session.headers["Authorization"] = f"Bearer {token}"

    def _post(self, path: str, payload: dict) -> Envelope:
        resp = self.session.post(self.base_url + path, json=payload, timeout=120)
        return Envelope.model_validate(resp.json())

    def statement(self, bank: str, user: str, password: str, month: str) -> dict:
        payload = {"Username": user, "Password": password, "Month": month}
        for left in range(TRIES - 1, -1, -1):
            doc = self._post(f"/v1/cl/services/{bank}/account-statement", payload)
            if doc.Error is None:
                return doc.Data or {}
            if doc.Error.Type == "RETRY_IMMEDIATE" and left:
                time.sleep(1)
                continue
            raise problem(doc.Error)
        raise AssertionError
