"""Onboarding: sign the person in (our IdP), look the company up, read the bank data."""
from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import Any, Protocol
from urllib.parse import parse_qs, urlsplit

import httpx
import stamina


class SignInRefused(Exception):
    pass


class CompanyUnknown(Exception):
    pass


@dataclass(eq=False)
class BankDataRefused(Exception):
    code: int
    message: str
    hint: str

    HINTS = {
        406: "wait 24 hours, then log in with the right password",
        407: "resolve the pending issue with the bank",
        408: "reset the internet banking password",
        409: "choose a compatible account",
        413: "close the open sessions at the bank",
        414: "log in again after 24 hours",
        415: "log in again after 30 minutes",
        419: "visit a Caixa agency",
        420: "visit a Caixa agency",
    }

    @classmethod
    def of(cls, body: dict[str, Any]) -> BankDataRefused:
        code = int(body["code"])
        return cls(code, body.get("message", ""), cls.HINTS.get(code, "contact us"))

    def __str__(self) -> str:
        return f"{self.code} {self.message} ({self.hint})"


@dataclass(frozen=True)
class BankData:
    accounts: list[dict[str, Any]]
    caveat: int | None


class BankDataSource(Protocol):
    def read(self, cpf: str) -> BankData: ...


class SignIn:
    def __init__(self, idp: str, client_id: str) -> None:
        self.idp = idp
        self.client_id = client_id

    def finish(self, redirect: str) -> dict[str, Any]:
        query = {k: v[0] for k, v in parse_qs(urlsplit(redirect).query).items()}
        if (code := query.get("code")) is None or code == "0":
            raise SignInRefused(query.get("error", "no code"))
        for _ in range(2):
            answer = httpx.post(f"{self.idp}/token", data={"code": code, "client_id": self.client_id})
            if answer.status_code != 503:
                break
        answer.raise_for_status()
        return answer.json()


class Companies:
    def __init__(self, base: str = "https://brasilapi.com.br/api") -> None:
        self.base = base

    @stamina.retry(on=httpx.HTTPStatusError, attempts=3)
    def by_cnpj(self, cnpj: str) -> dict[str, Any]:
        answer = httpx.get(f"{self.base}/cnpj/v1/{cnpj}")
        if answer.status_code == 404:
            raise CompanyUnknown(cnpj)
        answer.raise_for_status()
        return answer.json()


class Klavi:
    def __init__(self, token: str, base_url: str = "https://api.klavi.ai") -> None:
        http = httpx.Client(base_url=base_url, headers={"Authorization": f"Bearer {token}"})
        self._get = partial(http.get, "/data/v1/accounts")

    @stamina.retry(on=httpx.ConnectError, attempts=4)
    def _body(self, cpf: str) -> dict[str, Any]:
        return self._get(params={"cpf": cpf}).json()

    def read(self, cpf: str) -> BankData:
        body = self._body(cpf)
        if int(body["code"]) == 200:
            return BankData(body["data"], None)
        if int(body["code"]) in {201, 202, 203}:
            return BankData(body["data"], int(body["code"]))
        raise BankDataRefused.of(body)


def onboard(redirect: str, cnpj: str, sign_in: SignIn, companies: Companies, banks: BankDataSource) -> dict[str, Any]:
    person = sign_in.finish(redirect)
    company = companies.by_cnpj(cnpj)
    data = banks.read(person["cpf"])
    return {"person": person, "company": company, "accounts": data.accounts, "caveat": data.caveat}
