from __future__ import annotations

from collections.abc import Iterator

import httpx

from schemas import Income, KlaviAnswer, Problem

HOUR = 60

CAVEATS = {
    201: "the customer still has to authorise part of the data",
    202: "some transactions could not be downloaded",
    203: "the bank did not return the CPF",
}

CUSTOMER = {402, 405, 406, 407, 408, 409, 410, 413, 414, 415, 416, 417, 418, 419, 420, 433, 434, 435}
BANK = {403, 432}

COOL_DOWN = {406: 24 * HOUR, 414: 24 * HOUR, 415: 30}


class KlaviProblem(Exception):
    def __init__(self, problem: Problem) -> None:
        super().__init__(f"{problem.klavi_code}: {problem.detail}")
        self.problem = problem


def to_problem(answer: KlaviAnswer) -> Problem:
    if answer.code in CUSTOMER:
        audience = "customer"
    elif answer.code in BANK:
        audience = "bank"
    else:
        audience = "operations"
    return Problem(
        klavi_code=answer.code,
        detail=answer.message,
        audience=audience,
        not_before_minutes=COOL_DOWN.get(answer.code),
    )


def credits(answer: KlaviAnswer) -> Iterator[float]:
    for row in (answer.data or {}).get("transactions", []):
        if row["amount"] > 0:
            yield row["amount"]


class KlaviGateway:
    def __init__(self, base_url: str, token: str) -> None:
        self._base_url = base_url
        self._headers = {"x-partner-token": token}

    async def income(self, trace_id: str) -> Income:
        # a connection that fails to open is tried again, an answer is never asked for twice
        transport = httpx.AsyncHTTPTransport(retries=2)
        async with httpx.AsyncClient(
            base_url=self._base_url, headers=self._headers, transport=transport, timeout=45
        ) as http:
            response = await http.get(f"/data/v1/report/{trace_id}")
        answer = KlaviAnswer.model_validate(response.json())
        if answer.code != 200 and answer.code not in CAVEATS:
            raise KlaviProblem(to_problem(answer))
        caveats = [CAVEATS[answer.code]] if answer.code in CAVEATS else []
        return Income(monthly=sum(credits(answer)) / 3, cpf=(answer.data or {}).get("cpf"), caveats=caveats)
