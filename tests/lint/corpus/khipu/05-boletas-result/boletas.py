"""Boletas de honorarios (SII) a través de Khipu, sin excepciones: todo vuelve como Result."""
from __future__ import annotations

import json
from typing import Any, Generic, NamedTuple, TypeVar, Union

import urllib3

T = TypeVar("T")


class Ok(NamedTuple, Generic[T]):
    value: T


class Err(NamedTuple):
    code: str
    advice: str
    text: str

    @property
    def resend(self) -> bool:
        return self.advice == "RETRY_IMMEDIATELY"


Result = Union[Ok[T], Err]


class Boleta(NamedTuple):
    numero: int
    receptor: str
    bruto: int
    anulada: bool


def _boleta(row: dict[str, Any]) -> Boleta:
    return Boleta(
        numero=int(row["Number"]),
        receptor=row["Receiver"],
        bruto=int(row["Gross"]),
        anulada=bool(row.get("Voided")),
    )


class Boletas:
    def __init__(self, token: str, host: str = "https://api.khipu.com") -> None:
        self.host = host
        self.pool = urllib3.PoolManager(
            headers={"Authorization": "Bearer " + token, "Content-Type": "application/json"},
            timeout=urllib3.Timeout(connect=5, read=200),
            retries=False,
        )

    def _doc(self, **fields: str) -> dict[str, Any]:
        resp = self.pool.request(
            "POST",
            self.host + "/v1/cl/services/sii.cl/fee-receipts",
            body=json.dumps(fields).encode(),
        )
        return json.loads(resp.data)

    def del_mes(self, rut: str, clave: str, mes: str) -> Result[list[Boleta]]:
        doc = self._doc(Username=rut, Password=clave, Month=mes)
        data = doc.get("Data") or {}
        rows = data.get("Receipts", [])
        if not rows:
            return Ok([])
        if doc["Status"] != "OK":
            error = doc["Error"]
            return Err(error["Code"], error["Type"], error["Description"])
        return Ok([_boleta(row) for row in rows])

    def total_bruto(self, rut: str, clave: str, mes: str) -> Result[int]:
        result = self.del_mes(rut, clave, mes)
        if isinstance(result, Err) and result.resend:
            result = self.del_mes(rut, clave, mes)
        if isinstance(result, Err):
            return result
        return Ok(sum(b.bruto for b in result.value if not b.anulada))
