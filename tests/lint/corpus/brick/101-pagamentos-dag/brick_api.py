"""Iniciação de pagamentos pelo Brick Bank."""
from __future__ import annotations

import functools
import logging
import time
from typing import Any, Callable, TypeVar

import requests

log = logging.getLogger(__name__)

T = TypeVar("T")


class BrickError(Exception):
    def __init__(self, status: int, code: str, detail: str) -> None:
        super().__init__(f"{status} {code}: {detail}")
        self.status = status
        self.code = code
        self.detail = detail


class Temporario(BrickError):
    pass


class Definitivo(BrickError):
    pass


class OutraInstituicao(BrickError):
    """A outra ponta não respondeu; a DAG agenda de novo em alguns minutos."""


def repetir(vezes: int, base: int, teto: int) -> Callable[[Callable[..., T]], Callable[..., T]]:
    def fora(fn: Callable[..., T]) -> Callable[..., T]:
        @functools.wraps(fn)
        def dentro(*args: Any, **kwargs: Any) -> T:
            pausa = base
            for n in range(vezes):
                try:
                    return fn(*args, **kwargs)
                except Temporario as exc:
                    log.warning("tentativa %d: %s, aguardando %ds", n + 1, exc, pausa)
                    time.sleep(pausa)
                    pausa = min(pausa * 2, teto)
            return fn(*args, **kwargs)

        return dentro

    return fora


def erro_de(resp: requests.Response) -> BrickError:
    try:
        corpo = resp.json()
    except ValueError:
        corpo = {}
    code = corpo.get("code") or corpo.get("error") or ""
    detail = corpo.get("detail") or corpo.get("error_description") or corpo.get("message") or resp.text
    if resp.status_code >= 500:
        return Temporario(resp.status_code, code, detail)
    elif resp.status_code >= 400:
        return Definitivo(resp.status_code, code, detail)
    elif code in ("ERRO_CHAMADA_API", "TIMEOUT_CHAMADA_API"):
        return OutraInstituicao(resp.status_code, code, detail)
    return BrickError(resp.status_code, code, detail)


class BrickPagamentos:
    def __init__(self, token: str, base_url: str = "https://api.brick.bank") -> None:
        self.base_url = base_url
        self.sessao = requests.Session()
        self.sessao.headers["Authorization"] = f"Bearer {token}"

    @repetir(vezes=10, base=3, teto=96)
    def iniciar(self, pagamento: dict[str, Any], chave: str) -> dict[str, Any]:
        resp = self.sessao.post(
            f"{self.base_url}/open-banking/payments/v4/pix/payments",
            json={"data": pagamento},
            headers={"x-idempotency-key": chave},
            timeout=30,
        )
        if resp.status_code == 201:
            return resp.json()["data"]
        raise erro_de(resp)
