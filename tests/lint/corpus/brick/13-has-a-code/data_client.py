"""Data sharing client. Errors of Brick have a code, data hasn't."""
from __future__ import annotations

import json
import urllib.error
import urllib.parse
import urllib.request
from typing import Any, NamedTuple


class Problem(NamedTuple):
    code: str
    title: str
    detail: str


class SharingError(Exception):
    def __init__(self, problem: Problem) -> None:
        super().__init__(f"{problem.code}: {problem.detail}")
        self.problem = problem


def problem_in(document: dict[str, Any]) -> Problem | None:
    if "code" not in document:
        return None
    return Problem(document["code"], document.get("title", ""), document.get("detail", ""))


class DataClient:
    def __init__(self, base_url: str, token: str) -> None:
        self.base_url = base_url
        self.token = token

    def _load(self, path: str, consent_id: str, **query: str) -> dict[str, Any]:
        url = f"{self.base_url}{path}?{urllib.parse.urlencode(query)}"
        request = urllib.request.Request(url, headers={"x-consent-id": consent_id})
        request.add_header("Authorization", "Bearer " + self.token)
        try:
            with urllib.request.urlopen(request, timeout=30) as response:
                return json.load(response)
        except urllib.error.HTTPError as error:
            return json.load(error)

    def accounts(self, consent_id: str) -> list[dict[str, Any]]:
        document = self._load("/data/accounts", consent_id, page="1")
        if problem := problem_in(document):
            raise SharingError(problem)
        return document.get("data", {}).get("accounts", [])
