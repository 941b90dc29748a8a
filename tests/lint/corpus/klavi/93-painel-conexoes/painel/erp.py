"""Entrega do extrato ao ERP do cliente (outro fornecedor, outros códigos)."""

import json
import time
from urllib.parse import parse_qs, urlsplit

import urllib3

ERP = "https://erp.contabil-facil.com.br"
FILA_OCUPADA = "FILA_OCUPADA"


def codigo_do_callback(url: str) -> str:
    code = parse_qs(urlsplit(url).query).get("code", [""])[0]
    if code == "":
        raise ValueError("callback sem code")
    return code


def entregar(http: urllib3.PoolManager, token: str, lancamentos: list[dict]) -> str:
    for pausa in (2, 4, 8, None):
        resp = http.request("POST", f"{ERP}/v2/lancamentos", body=json.dumps(lancamentos),
                            headers={"Authorization": f"Bearer {token}"})
        corpo = json.loads(resp.data)
        if resp.status == 201:
            return corpo["protocolo"]
        if corpo.get("motivo") != FILA_OCUPADA or pausa is None:
            break
        time.sleep(pausa)
    raise RuntimeError(f"ERP recusou: {corpo}")
