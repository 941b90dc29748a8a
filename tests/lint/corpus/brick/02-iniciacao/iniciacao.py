"""Inicia um pagamento Pix com consentimento já autorizado. Uma tentativa por comando; quem decide repetir é o operador."""
from __future__ import annotations

import argparse
import http.client
import json
import sys
import uuid
from dataclasses import dataclass
from enum import IntEnum
from urllib.parse import urlsplit


class Saida(IntEnum):
    PAGO = 0
    CORRIGIR = 2
    CONSENTIMENTO = 3
    AGUARDAR_TITULARES = 4
    ACESSO = 5
    FORA_DO_AR = 6
    OUTRO = 9


SAIDA_POR_CODIGO = {
    **dict.fromkeys(
        (
            "DATA_PAGAMENTO_INVALIDA",
            "PAGAMENTO_DIVERGENTE_CONSENTIMENTO",
            "NAO_INFORMADO",
            "DETALHE_PAGAMENTO_INVALIDO",
            "PARAMETRO_NAO_INFORMADO",
            "PARAMETRO_INVALIDO",
            "VALOR_INVALIDO",
            "ERRO_IDEMPOTENCIA",
        ),
        Saida.CORRIGIR,
    ),
    **dict.fromkeys(
        ("CONSENTIMENTO_EM_STATUS_REJEITADO", "OPERACAO_NAO_PERMITIDA_STATUS", "CONSENTIMENTO_NAO_AUTORIZADO"),
        Saida.CONSENTIMENTO,
    ),
    "CONSENTIMENTO_PENDENTE_AUTORIZACAO": Saida.AGUARDAR_TITULARES,
    "DEPENDE_MULTIPLA_ALCADA": Saida.AGUARDAR_TITULARES,
    "TOKEN_NAO_AUTORIZADO": Saida.ACESSO,
    "TOKEN_INATIVO": Saida.ACESSO,
    "invalid_token": Saida.ACESSO,
}


@dataclass
class Retorno:
    saida: Saida
    http: int
    codigo: str | None
    mensagem: str
    pagamento: dict | None = None


class Iniciador:
    def __init__(self, url: str, token: str):
        partes = urlsplit(url)
        self._tipo = http.client.HTTPSConnection if partes.scheme == "https" else http.client.HTTPConnection
        self._destino = partes.netloc
        self._raiz = partes.path.rstrip("/")
        self._token = token

    def pagar(self, consentimento: str, valor: str, chave: str, idempotencia: str | None = None) -> Retorno:
        conexao = self._tipo(self._destino, timeout=60)
        try:
            conexao.request(
                "POST",
                self._raiz + "/pagamentos",
                json.dumps({"consentId": consentimento, "amount": valor, "proxy": chave}),
                {
                    "Authorization": f"Bearer {self._token}",
                    "Content-Type": "application/json",
                    "x-idempotency-key": idempotencia or uuid.uuid4().hex,
                },
            )
            resposta = conexao.getresponse()
            bruto = resposta.read()
        finally:
            conexao.close()

        try:
            corpo = json.loads(bruto)
        except json.JSONDecodeError:
            return Retorno(Saida.OUTRO, resposta.status, None, bruto[:200].decode("utf-8", "replace"))
        if resposta.status in (200, 201):
            return Retorno(Saida.PAGO, resposta.status, None, "iniciado", corpo)

        codigo = corpo.get("code") or corpo.get("error")
        mensagem = corpo.get("detail") or corpo.get("error_description") or corpo.get("message") or ""
        padrao = Saida.FORA_DO_AR if resposta.status // 10 == 50 else Saida.OUTRO
        return Retorno(SAIDA_POR_CODIGO.get(codigo, padrao), resposta.status, codigo, mensagem)


def main(args: list[str] | None = None) -> int:
    cli = argparse.ArgumentParser(prog="pix")
    for nome in ("url", "token", "consentimento", "valor", "chave"):
        cli.add_argument(nome)
    cli.add_argument("--idempotencia")
    op = cli.parse_args(args)
    retorno = Iniciador(op.url, op.token).pagar(op.consentimento, op.valor, op.chave, op.idempotencia)
    print(f"{retorno.saida.name} http={retorno.http} codigo={retorno.codigo} {retorno.mensagem}", file=sys.stderr)
    if retorno.pagamento:
        json.dump(retorno.pagamento, sys.stdout)
    return retorno.saida


if __name__ == "__main__":
    raise SystemExit(main())
