from __future__ import annotations

import json
import time
import urllib.error
import urllib.request
from collections import Counter

from .erros import AguardaTitulares, ErroBrick, LimiteDoMes, Recusado, SemResposta

ESPERAS_50X = (3, 6, 12, 24, 48)
ESPERAS_OUTRA_INSTITUICAO = (240, 240)

FALHA_DA_OUTRA = {"ERRO_CHAMADA_API", "TIMEOUT_CHAMADA_API"}
MULTIPLA_ALCADA = {"CONSENTIMENTO_PENDENTE_AUTORIZACAO", "DEPENDE_MULTIPLA_ALCADA"}


def _classe(status: int, codigo: str | None) -> type[ErroBrick]:
    if 500 <= status or codigo in FALHA_DA_OUTRA:
        return SemResposta
    if codigo in MULTIPLA_ALCADA:
        return AguardaTitulares
    if codigo == "LIMITE_OPERACIONAL_EXCEDIDO":
        return LimiteDoMes
    return Recusado


def _ler_erro(resposta: urllib.error.HTTPError) -> ErroBrick:
    try:
        corpo = json.load(resposta)
    except ValueError:
        corpo = None
    if not isinstance(corpo, dict):
        corpo = {}
    # o gateway responde sem "code" quando falta o token ou a rota
    codigo = corpo.get("code") or corpo.get("error") or None
    titulo = corpo.get("title") or corpo.get("message") or ""
    detalhe = corpo.get("detail") or corpo.get("error_description") or ""
    return _classe(resposta.code, codigo)(resposta.code, codigo, titulo, detalhe)


def _esperas(erro: ErroBrick) -> tuple[int, ...]:
    if 500 <= erro.status <= 509 and erro.codigo != "ERRO_NO_FLUXO_OIDC":
        return ESPERAS_50X
    if erro.codigo in FALHA_DA_OUTRA:
        return ESPERAS_OUTRA_INSTITUICAO
    return ()


class BrickPix:
    def __init__(self, token: str, base: str = "https://api.brickbank.com.br", dormir=time.sleep) -> None:
        self.token = token
        self.base = base
        self.dormir = dormir

    def pagar(self, consent_id: str, valor: str, chave_idempotencia: str) -> dict:
        corpo = {"data": {"consentId": consent_id, "payment": {"amount": valor, "currency": "BRL"}}}
        pedido = ("POST", "/open-banking/payments/v4/pix/payments", corpo, chave_idempotencia)
        usadas: Counter[tuple[int, ...]] = Counter()
        while True:
            try:
                return self._enviar(*pedido)["data"]
            except ErroBrick as erro:
                esperas = _esperas(erro)
                vez = usadas[esperas]
                if vez >= len(esperas):
                    raise
                usadas[esperas] += 1
                self.dormir(esperas[vez])

    def _enviar(self, metodo: str, caminho: str, corpo: dict, chave: str) -> dict:
        req = urllib.request.Request(
            self.base + caminho,
            data=json.dumps(corpo).encode(),
            method=metodo,
            headers={
                "Authorization": "Bearer " + self.token,
                "Content-Type": "application/json",
                "x-idempotency-key": chave,
            },
        )
        try:
            with urllib.request.urlopen(req, timeout=30) as resp:
                return json.load(resp)
        except urllib.error.HTTPError as exc:
            with exc:
                raise _ler_erro(exc) from None
