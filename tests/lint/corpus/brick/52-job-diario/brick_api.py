"""Leitura de transações pelo Brick Bank, sem dependências externas."""
import json
import urllib.error
import urllib.request
from collections import namedtuple

Resposta = namedtuple("Resposta", "status corpo")


class FalhaBrick(Exception):
    def __init__(self, resposta):
        corpo = resposta.corpo
        self.status = resposta.status
        self.code = corpo.get("code", "")
        self.texto = corpo.get("detail") or corpo.get("error_description") or corpo.get("message") or corpo.get("error") or ""
        Exception.__init__(self, "HTTP %d %s %s" % (self.status, self.code, self.texto))


def _abrir(req):
    try:
        with urllib.request.urlopen(req, timeout=45) as resp:
            return Resposta(resp.status, json.load(resp))
    except urllib.error.HTTPError as exc:
        texto = exc.read()
        try:
            return Resposta(exc.code, json.loads(texto))
        except ValueError:
            return Resposta(exc.code, {"detail": texto[:200].decode("utf-8", "replace")})


def transacoes(base_url, token, conta, dia):
    """Gera as transações de um dia, página por página."""
    url = "%s/open-banking/accounts/v2/accounts/%s/transactions?day=%s" % (base_url, conta, dia)
    while url:
        req = urllib.request.Request(url, headers={"Authorization": "Bearer " + token})
        resposta = _abrir(req)
        if resposta.status != 200:
            raise FalhaBrick(resposta)
        for item in resposta.corpo["data"]:
            yield item
        url = resposta.corpo.get("links", {}).get("next")
