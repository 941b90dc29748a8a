import logging

import requests
from django.conf import settings

log = logging.getLogger(__name__)


class BrickErro(Exception):
    def __init__(self, status, corpo):
        self.status = status
        self.code = corpo.get("code") or corpo.get("error") or ""
        self.title = corpo.get("title") or corpo.get("error_description") or corpo.get("message") or ""
        self.detail = corpo.get("detail") or ""
        super().__init__(f"[{status}] {self.code} {self.title}")


class BrickInstavel(BrickErro):
    pass


class BrickAguardandoTitulares(BrickErro):
    pass


def _headers():
    return {"Authorization": f"Bearer {settings.BRICK_TOKEN}"}


def _erro(resp):
    try:
        corpo = resp.json()
    except ValueError:
        corpo = {}
    e = BrickErro(resp.status_code, corpo)
    if e.code in ("ERRO_CHAMADA_API", "TIMEOUT_CHAMADA_API"):
        return BrickInstavel(resp.status_code, corpo)
    if "múltiplas alçadas" in e.title:
        return BrickAguardandoTitulares(resp.status_code, corpo)
    return e


def criar_consentimento(documento, brand_id, permissoes, expira):
    resp = requests.post(
        settings.BRICK_URL + "/consents/v1/consents",
        headers=_headers(),
        timeout=30,
        json={
            "data": {
                "brandId": brand_id,
                "loggedUser": {"document": {"identification": documento, "rel": "CPF"}},
                "permissions": permissoes,
                "expirationDateTime": expira,
            }
        },
    )
    if resp.status_code not in (200, 201):
        raise _erro(resp)
    return resp.json()["data"]


def iniciar_pagamento(consent_id, valor, chave_pix, idem):
    h = _headers()
    h["x-idempotency-key"] = idem
    resp = requests.post(
        settings.BRICK_URL + "/payments/v1/pix",
        headers=h,
        timeout=30,
        json={"data": {"consentId": consent_id, "payment": {"amount": valor}, "key": chave_pix}},
    )
    if resp.status_code == 202:
        return {"status": "PROCESSANDO"}
    if resp.status_code not in (200, 201):
        raise _erro(resp)
    return resp.json()["data"]
