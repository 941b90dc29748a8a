from __future__ import annotations

from collections.abc import Iterator
from typing import Any, TypedDict

import httpx


class Page(TypedDict, total=False):
    code: int
    message: str
    data: dict[str, Any]


class StatementError(Exception):
    def __init__(self, page: Page) -> None:
        self.code = page["code"]
        self.page = page
        super().__init__(f"Klavi {self.code}")


class IncompleteStatement(StatementError):
    """Some pages may be missing rows; `page` holds what came."""


class Statements:
    per_page = 200

    def __init__(self, http: httpx.Client) -> None:
        self.http = http

    def _page(self, cpf: str, number: int) -> Page:
        params = {"cpf": cpf, "page": number, "size": self.per_page}
        page: Page = self.http.get("/open-data/v1/transactions", params=params).json()
        if page["code"] == 200:
            return page
        if page["code"] in range(201, 204):
            raise IncompleteStatement(page)
        raise StatementError(page)

    def rows(self, cpf: str) -> Iterator[dict[str, Any]]:
        number = 1
        while True:
            rows = self._page(cpf, number)["data"]["transactions"]
            yield from rows
            if len(rows) < self.per_page:
                return
            number += 1


def total_spent(statements: Statements, cpfs: list[str]) -> dict[str, float]:
    return {cpf: sum(r["amount"] for r in statements.rows(cpf) if r["amount"] < 0) for cpf in cpfs}
