"""Envia os Pix agendados do dia e entrega a lista do que foi recusado."""
from __future__ import annotations

import argparse
import json
import sys
from typing import Iterable

import requests

from resultado import Ok, Recusa, Resultado, acao_para


class ClientePix:
    def __init__(self, base_url: str, token: str) -> None:
        self.base_url = base_url
        self.sessao = requests.Session()
        self.sessao.headers["Authorization"] = "Bearer " + token

    def _postar(self, corpo: dict, chave: str) -> requests.Response:
        url = self.base_url + "/open-banking/payments/v4/pix/payments"
        for resta in (2, 1, 0):
            try:
                return self.sessao.post(url, json=corpo, headers={"x-idempotency-key": chave}, timeout=(5, 30))
            except requests.ConnectionError:
                if not resta:
                    raise
        raise AssertionError("inalcançável")

    def enviar(self, pagamento: dict) -> Resultado[dict]:
        resposta = self._postar({"data": pagamento["dados"]}, pagamento["chave"])
        try:
            corpo = resposta.json()
        except ValueError:
            corpo = {}
        if resposta.status_code in (200, 201):
            return Ok(corpo["data"])
        if resposta.status_code == 202:
            return Ok({**(corpo.get("data") or {}), "status": "PENDING"})
        codigo = corpo.get("code") or corpo.get("error") or ""
        return Recusa(
            resposta.status_code,
            codigo,
            corpo.get("detail") or corpo.get("error_description") or corpo.get("message") or resposta.reason,
            acao_para(resposta.status_code, codigo),
            resposta.headers.get("x-fapi-interaction-id"),
        )


def avisar_slack(url: str, recusas: Iterable[Recusa]) -> None:
    texto = "\n".join(f"{r.status} {r.codigo}: {r.detalhe} -> {r.acao.value}" for r in recusas)
    for _ in range(10):
        if requests.post(url, json={"text": texto}, timeout=5).status_code == 200:
            return


def main() -> int:
    cli = argparse.ArgumentParser()
    cli.add_argument("arquivo", type=argparse.FileType())
    cli.add_argument("--base-url", required=True)
    cli.add_argument("--token", required=True)
    cli.add_argument("--slack")
    opcoes = cli.parse_args()
    cliente = ClientePix(opcoes.base_url, opcoes.token)
    recusas = []
    for linha in opcoes.arquivo:
        resultado = cliente.enviar(json.loads(linha))
        if isinstance(resultado, Recusa):
            recusas.append(resultado)
            print(resultado, file=sys.stderr)
        elif resultado.valor.get("status") == "PENDING":
            print("aceito, ainda não concluído:", linha.strip(), file=sys.stderr)
    if recusas and opcoes.slack:
        avisar_slack(opcoes.slack, recusas)
    return 1 if recusas else 0


if __name__ == "__main__":
    sys.exit(main())
