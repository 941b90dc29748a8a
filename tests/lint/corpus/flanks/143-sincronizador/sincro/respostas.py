from __future__ import annotations

import datetime as dt
from enum import IntEnum
from typing import Any, Generic, TypeVar

import attrs

T = TypeVar("T")


class Codigo(IntEnum):
    INCOMPLETE = 20001
    PROCESSING = 20002
    SCA_ERROR = 20003
    CONFIGURATION = 40001
    BANK = 50001
    CREDENTIALS = 50002
    SCA_REQUIRED = 50003


@attrs.frozen
class Valor(Generic[T]):
    valor: T


@attrs.frozen
class Adiado:
    ate: dt.datetime
    codigo: Codigo


@attrs.frozen
class Erro:
    status: int
    codigo: int | None
    texto: str


Resultado = Valor[Any] | Adiado | Erro


def ler(status: int, corpo: Any) -> Valor[Any] | Erro:
    if not isinstance(corpo, dict):
        return Valor(corpo)
    codigo = corpo.get("error_code")
    if codigo is None and status < 400:
        return Valor(corpo)
    return Erro(status, codigo, corpo.get("error") or corpo.get("message") or "")
