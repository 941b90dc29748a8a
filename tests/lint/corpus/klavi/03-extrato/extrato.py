"""Extrato consolidado para a tela de crédito."""
from __future__ import annotations

import httpx
from pydantic import BaseModel
from tenacity import retry, retry_if_exception, stop_after_attempt, wait_fixed


class Resposta(BaseModel):
    code: int
    message: str = ""
    data: list[dict] | None = None


class FalhaKlavi(Exception):
    def __init__(self, resposta: Resposta):
        self.codigo = resposta.code
        self.mensagem = resposta.message
        super().__init__(f"[{resposta.code}] {resposta.message}")


class ExtratoCompleto(BaseModel):
    cpf: str
    lancamentos: list[dict]
    saldo: float


def _instavel(exc: BaseException) -> bool:
    return isinstance(exc, FalhaKlavi) and exc.codigo in {408, 432, 500}


class ClienteExtrato:
    def __init__(self, base_url: str, token: str):
        self._http = httpx.Client(base_url=base_url, headers={"Authorization": f"Bearer {token}"}, timeout=60)

    @retry(retry=retry_if_exception(_instavel), wait=wait_fixed(90), stop=stop_after_attempt(4), reraise=True)
    def _baixar(self, cpf: str) -> Resposta:
        r = Resposta.model_validate(self._http.get("/extrato", params={"cpf": cpf}).json())
        if r.code >= 300:
            raise FalhaKlavi(r)
        return r

    def extrato(self, cpf: str) -> ExtratoCompleto:
        lancamentos = self._baixar(cpf).data or []
        saldo = sum(float(item["valor"]) for item in lancamentos)
        return ExtratoCompleto(cpf=cpf, lancamentos=lancamentos, saldo=saldo)
