import functools
import logging
import time

import requests

log = logging.getLogger(__name__)


class ErroBrick(Exception):
    def __init__(self, status, codigo, detalhe):
        Exception.__init__(self, "%s %s: %s" % (status, codigo or "(sem código)", detalhe))
        self.status = status
        self.codigo = codigo
        self.detalhe = detalhe


class ErroServidor(ErroBrick):
    pass


def repetir(vezes=5, pausa=1):
    def decorador(funcao):
        @functools.wraps(funcao)
        def embrulho(*args, **kwargs):
            feitas = 0
            while True:
                try:
                    return funcao(*args, **kwargs)
                except ErroServidor as erro:
                    if feitas == vezes:
                        raise
                    feitas += 1
                    log.warning("tentativa %d de %d: %s", feitas, vezes, erro)
                    time.sleep(pausa)
        return embrulho
    return decorador


class ClienteBrick:
    def __init__(self, url, token):
        self.url = url
        self.http = requests.Session()
        self.http.headers.update({"Authorization": "Bearer " + token})

    @repetir()
    def _get(self, caminho):
        r = self.http.get(self.url + caminho, timeout=20)
        if r.status_code == 200:
            return r.json()
        try:
            corpo = r.json()
        except ValueError:
            corpo = {}
        codigo = corpo.get("code")
        detalhe = (corpo.get("detail") or corpo.get("error_description")
                   or corpo.get("message") or r.text)
        classe = ErroServidor if 500 <= r.status_code <= 509 else ErroBrick
        raise classe(r.status_code, codigo, detalhe)

    def consentimento(self, consent_id):
        return self._get("/consents/v1/consents/" + consent_id)

    def contas(self, consent_id):
        return self._get("/accounts/v1/accounts?consentId=" + consent_id)["data"]
