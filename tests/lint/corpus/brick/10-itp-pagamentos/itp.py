# -*- coding: utf-8 -*-
"""Iniciação de pagamentos (ITP) pelo Brick Bank."""
import functools
import logging
import time
import uuid

import requests

log = logging.getLogger("itp")

ESPERAS = (3, 6, 12, 24, 48)


class ErroItp(Exception):
    codigos = ()
    _por_codigo = {}

    def __init_subclass__(cls, **kw):
        super().__init_subclass__(**kw)
        for codigo in cls.codigos:
            ErroItp._por_codigo[codigo] = cls

    def __init__(self, status, codigo, titulo, detalhe):
        Exception.__init__(self, f"{status} {codigo}: {titulo} {detalhe}")
        self.status = status
        self.codigo = codigo
        self.titulo = titulo
        self.detalhe = detalhe

    @staticmethod
    def de(resposta):
        corpo = resposta.json()
        codigo = corpo.get("code") or corpo.get("error") or ""
        if resposta.status_code >= 500:
            tipo = Instavel
        else:
            tipo = ErroItp._por_codigo.get(codigo, ErroItp)
        detalhe = corpo.get("detail") or corpo.get("error_description") or corpo.get("message", "")
        return tipo(resposta.status_code, codigo, corpo.get("title", ""), detalhe)


class Instavel(ErroItp):
    codigos = ("ERRO_CHAMADA_API", "TIMEOUT_CHAMADA_API")


class ConsentimentoEncerrado(ErroItp):
    codigos = ("CONSENTIMENTO_REJEITADO", "CONSENTIMENTO_NAO_AUTORIZADO", "CONSENTIMENTO_INVALIDO")


class FaltaAprovacao(ErroItp):
    codigos = ("CONSENTIMENTO_PENDENTE_AUTORIZACAO", "DEPENDE_MULTIPLA_ALCADA")


class LimiteDoConsentimento(ErroItp):
    codigos = ("LIMITE_PERIODO_VALOR_EXCEDIDO", "LIMITE_PERIODO_QUANTIDADE_EXCEDIDO")


def insistir(quando, esperas=ESPERAS):
    def decorar(fn):
        @functools.wraps(fn)
        def envolta(*args, **kwargs):
            for espera in esperas:
                try:
                    return fn(*args, **kwargs)
                except quando as exc:
                    log.warning("%s; nova tentativa em %ss", exc, espera)
                    time.sleep(espera)
            return fn(*args, **kwargs)
        return envolta
    return decorar


class Itp:
    def __init__(self, token, base_url="https://api.brickbank.example"):
        self.base = base_url
        self.http = requests.Session()
        self.http.headers["Authorization"] = "Bearer " + token

    @insistir(Instavel)
    def _enviar(self, metodo, caminho, **kw):
        r = self.http.request(metodo, self.base + caminho, timeout=30, **kw)
        if r.status_code >= 400:
            raise ErroItp.de(r)
        return r.json()["data"]

    def consentimento(self, consent_id):
        return self._enviar("GET", f"/payments/v4/consents/{consent_id}")

    def pagar(self, consent_id, valor, chave=None):
        chave = chave or str(uuid.uuid4())
        try:
            return self._enviar(
                "POST", "/payments/v4/pix/payments",
                json={"consentId": consent_id, "amount": f"{valor:.2f}"},
                headers={"x-idempotency-key": chave},
            )
        except FaltaAprovacao as exc:
            log.info("aguardando os demais titulares: %s", exc)
            return {"status": "PARTIALLY_ACCEPTED", "code": exc.codigo}
        except ConsentimentoEncerrado as exc:
            log.info("consentimento %s sem efeito (%s)", consent_id, exc.codigo)
            return {"status": "REFAZER_CONSENTIMENTO", "code": exc.codigo}
