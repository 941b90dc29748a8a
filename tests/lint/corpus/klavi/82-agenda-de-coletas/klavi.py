# -*- coding: utf-8 -*-
"""Acesso à Klavi só com a biblioteca padrão (roda no servidor antigo do lote)."""
import json
import urllib.error
import urllib.parse
import urllib.request

from erros import FalhaKlavi, RespostaIlegivel

COLETA_OK = 200
FALTA_AUTORIZACAO = 201
FALTAM_TRANSACOES = 202
SEM_CPF = 203

RESSALVAS = {
    FALTA_AUTORIZACAO: "falta_autorizacao",
    FALTAM_TRANSACOES: "parcial",
    SEM_CPF: "sem_cpf",
}


class Klavi(object):
    def __init__(self, codigo_parceiro, token, url="https://api.klavi.ai"):
        self.url = url
        self.cabecalhos = {
            "X-Partner-Code": codigo_parceiro,
            "X-Partner-Token": token,
            "Accept": "application/json",
        }

    def coletar(self, cpf):
        """Devolve (situacao, dados); levanta FalhaKlavi no resto."""
        corpo = self._get("/opendata/v1/report?" + urllib.parse.urlencode({"cpf": cpf}))
        codigo = int(corpo["code"])
        if codigo == COLETA_OK:
            return "completa", corpo["data"]
        if codigo in RESSALVAS:
            return RESSALVAS[codigo], corpo["data"]
        raise FalhaKlavi(codigo, corpo.get("message", ""))

    def _get(self, caminho):
        pedido = urllib.request.Request(self.url + caminho, headers=self.cabecalhos)
        try:
            resposta = urllib.request.urlopen(pedido, timeout=60)
        except urllib.error.HTTPError as exc:
            resposta = exc
        texto = resposta.read().decode("utf-8")
        try:
            return json.loads(texto)
        except ValueError:
            raise RespostaIlegivel("HTTP %s: %r" % (resposta.status, texto[:80]))
