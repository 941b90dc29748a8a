from __future__ import annotations

import datetime as dt

import requests

from ..model import Later, Ready, Result, Stuck, Who

DAY = dt.timedelta(days=1)
ASK_USER = {402, 405, 406, 407, 408, 409, 410, 413, 416, 417, 418, 419, 420, 433, 434, 435}
BANK_SIDE = {403, 432}
REST = {
    414: DAY,
    415: dt.timedelta(minutes=30),
    429: dt.timedelta(minutes=5),
}
GAPS = {
    201: "some data still needs the customer's authorisation",
    202: "details of some transactions are missing",
    203: "the report carries no CPF",
}


class Klavi:
    def __init__(self, code: str, token: str, root: str = "https://open-api.klavi.ai"):
        self._root = root
        self._http = requests.Session()
        self._http.headers.update(partnercode=code, partnertoken=token)

    def pull(self, customer: str) -> Result:
        answer = self._http.get(f"{self._root}/data/v1/report", params={"cpf": customer}, timeout=40)
        body = answer.json()
        number, text = int(body["code"]), body.get("message", "")
        if number == 200:
            return Ready(body["data"])
        if number in GAPS:
            return Ready(body.get("data") or [], GAPS[number])
        if number in REST:
            return Later(REST[number], str(number), text)
        who = Who.USER if number in ASK_USER else Who.BANK if number in BANK_SIDE else Who.OPS
        return Stuck(who, str(number), text)
