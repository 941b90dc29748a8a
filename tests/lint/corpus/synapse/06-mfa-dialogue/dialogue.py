"""Bank login with the questions of the bank asked on the terminal."""
from __future__ import annotations

import getpass
import json
from collections.abc import Callable
from types import TracebackType
from typing import Any, Self

import urllib3

Ask = Callable[[str], str]


class SynapseRefused(Exception):
    def __init__(self, status: int, body: dict[str, Any]) -> None:
        self.status = status
        self.error_code = body.get("error_code")
        self.http_code = body.get("http_code")
        self.error = body.get("error")
        super().__init__(f"{status} {json.dumps(body)[:300]}")


class TooManyQuestions(SynapseRefused):
    pass


class BankDialogue:
    MAX_QUESTIONS = 4

    def __init__(self, base_url: str, user_id: str, headers: dict[str, str], ask: Ask = getpass.getpass) -> None:
        self._url = f"{base_url}/v3.1/users/{user_id}/nodes"
        self._headers = {**headers, "Content-Type": "application/json"}
        self._ask = ask

    def __enter__(self) -> Self:
        self._pool = urllib3.PoolManager(num_pools=2, retries=urllib3.Retry(connect=2, read=0, status=0, redirect=0))
        return self

    def __exit__(self, kind: type[BaseException] | None, exc: BaseException | None, tb: TracebackType | None) -> None:
        self._pool.clear()

    def _post(self, payload: dict[str, Any]) -> tuple[int, dict[str, Any]]:
        res = self._pool.request("POST", self._url, body=json.dumps(payload), headers=self._headers, timeout=90)
        try:
            body = json.loads(res.data)
        except ValueError:
            body = {}
        return res.status, body

    def link(self, bank: str, username: str, password: str) -> list[dict[str, Any]]:
        status, body = self._post(
            {"type": "ACH-US", "info": {"bank_id": username, "bank_pw": password, "bank_name": bank}}
        )
        questions = 0
        while status == 202 or body.get("error_code") == "10":
            if questions == self.MAX_QUESTIONS or not body.get("mfa"):
                raise TooManyQuestions(status, body)
            questions += 1
            answer = self._ask(body["mfa"]["message"])
            status, body = self._post({"access_token": body["mfa"]["access_token"], "mfa_answer": answer})
        if status == 200 and body.get("success", True):
            return body["nodes"]
        raise SynapseRefused(status, body)


def main(base_url: str, user_id: str, gateway: str, user_key: str) -> None:
    headers = {"X-SP-GATEWAY": gateway, "X-SP-USER": user_key, "X-SP-USER-IP": "127.0.0.1"}
    with BankDialogue(base_url, user_id, headers) as dialogue:
        for node in dialogue.link(input("bank: "), input("login: "), getpass.getpass("password: ")):
            print(node["_id"], node["info"].get("nickname", ""))


if __name__ == "__main__":
    import sys

    main(*sys.argv[1:5])
