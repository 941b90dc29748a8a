#!/usr/bin/env python3
"""Liga ou desliga a atualização automática de uma conexão.

uso: autorizar.py CONNECTION_KEY (sim|nao)
"""
import http.client
import json
import os
import sys
from typing import NamedTuple
from urllib.parse import urlsplit


class Retorno(NamedTuple):
    codigo: int
    mensagem: str


class FalhaKlavi(Exception):
    saida = 1

    def __init__(self, retorno: Retorno):
        super().__init__("%d - %s" % retorno)
        self.retorno = retorno


class FalhaDeUsuario(FalhaKlavi):
    saida = 2


class FalhaDeParceiro(FalhaKlavi):
    saida = 3


class FalhaDePedido(FalhaKlavi):
    saida = 4


FALHAS = {601: FalhaDeUsuario}
FALHAS.update(dict.fromkeys((701, 702, 703, 704), FalhaDeParceiro))
FALHAS.update(dict.fromkeys((600, 602, 708), FalhaDePedido))


class Autorizador:
    def __init__(self, url: str, parceiro: str, token: str):
        self.alvo = urlsplit(url)
        self.cabecalhos = {
            "Content-Type": "application/json",
            "partnerCode": parceiro,
            "partnerToken": token,
        }

    def _conexao(self):
        fabrica = http.client.HTTPSConnection if self.alvo.scheme == "https" else http.client.HTTPConnection
        return fabrica(self.alvo.netloc, timeout=30)

    def definir(self, chave: str, permitido: bool) -> Retorno:
        con = self._conexao()
        try:
            con.request(
                "POST",
                "/v1/connection/auto-update",
                json.dumps({"connectionKey": chave, "allowAutoUpdate": permitido}),
                self.cabecalhos,
            )
            corpo = json.loads(con.getresponse().read())
        finally:
            con.close()
        retorno = Retorno(int(corpo["code"]), corpo.get("message") or "")
        if retorno.codigo != 200:
            raise FALHAS.get(retorno.codigo, FalhaKlavi)(retorno)
        return retorno


def main() -> int:
    if len(sys.argv) != 3 or sys.argv[2] not in ("sim", "nao"):
        print(__doc__, file=sys.stderr)
        return 64
    autorizador = Autorizador(
        os.environ.get("KLAVI_URL", "https://api.klavi.ai"),
        os.environ["KLAVI_PARCEIRO"],
        os.environ["KLAVI_TOKEN"],
    )
    try:
        autorizador.definir(sys.argv[1], sys.argv[2] == "sim")
    except FalhaKlavi as falha:
        print(f"não foi possível: {falha}", file=sys.stderr)
        return falha.saida
    print("feito")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
