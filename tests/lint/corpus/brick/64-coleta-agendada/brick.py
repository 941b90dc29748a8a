import requests


class FalhaBrick(Exception):
    def __init__(self, status, codigo, detalhe, interacao):
        Exception.__init__(self, "%s %s: %s" % (status, codigo, detalhe))
        self.status = status
        self.codigo = codigo
        self.detalhe = detalhe
        self.interacao = interacao


class Brick(object):
    def __init__(self, url, token):
        self.url = url
        self.http = requests.Session()
        self.http.headers["Authorization"] = "Bearer " + token

    def recurso(self, consentimento, nome):
        resposta = self.http.get(
            "%s/open-data/%s" % (self.url, nome), headers={"x-consent-id": consentimento}, timeout=60
        )
        if resposta.status_code == 200:
            return resposta.json()
        try:
            corpo = resposta.json()
        except ValueError:
            corpo = {}
        codigo = corpo.get("code") or corpo.get("error") or ""
        detalhe = corpo.get("detail") or corpo.get("error_description") or corpo.get("message") or resposta.reason
        raise FalhaBrick(resposta.status_code, codigo, detalhe, resposta.headers.get("x-fapi-interaction-id"))
