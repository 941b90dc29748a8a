# -*- coding: utf-8 -*-
"""Atualizacao dos nos ACH no SynapseFI. Modulo antigo, so biblioteca padrao."""
import http.client
import json
import logging
import time
from urllib.parse import urlsplit

log = logging.getLogger(__name__)

# (http, error_code) -> (acao, espera em segundos)
PARES = {
    ("503", "503"): ("mais_tarde", 15 * 60),
    ("400", "410"): ("sem_suporte", None),
    ("401", "110"): ("religar", None),
    ("500", "500"): ("desconhecido", None),
    ("402", "500"): ("banco_pede_atencao", None),
    ("402", "460"): ("sem_conta_ach", None),
}
GERAL = {
    "100": "credencial_da_empresa",
    "110": "credencial_do_usuario",
    "120": "fingerprint",
    "200": "payload",
    "300": "sem_permissao",
    "400": "valores",
    "404": "nao_existe",
    "410": "nao_permitido",
    "429": "devagar",
    "450": "idempotencia",
    "460": "falhou",
    "500": "servidor",
    "503": "manutencao",
}


class SynapseFalha(Exception):
    def __init__(self, http_code, error_code, acao, texto, espera=None):
        Exception.__init__(self, "%s/%s %s: %s" % (http_code, error_code, acao, texto))
        self.http_code = http_code
        self.error_code = error_code
        self.acao = acao
        self.espera = espera

    @classmethod
    def da_resposta(cls, status, doc):
        http_code, error_code = str(status), str(doc.get("error_code"))
        texto = (doc.get("error") or {}).get("en", "")
        if (http_code, error_code) in PARES:
            acao, espera = PARES[http_code, error_code]
            return cls(http_code, error_code, acao, texto, espera)
        return cls(http_code, error_code, GERAL.get(error_code, "sem_tabela"), texto)


class PendenteMfa(Exception):
    def __init__(self, doc):
        Exception.__init__(self, "acao pendente do usuario")
        self.doc = doc


class Nos(object):
    VOLTAS = 3

    def __init__(self, url, cabecalhos):
        partes = urlsplit(url)
        self.classe = http.client.HTTPSConnection if partes.scheme == "https" else http.client.HTTPConnection
        self.host, self.raiz = partes.netloc, partes.path.rstrip("/")
        self.cabecalhos = dict(cabecalhos)

    def _chamar(self, metodo, caminho):
        con = self.classe(self.host, timeout=45)
        try:
            con.request(metodo, self.raiz + caminho, headers=self.cabecalhos)
            r = con.getresponse()
            bruto = r.read()
        finally:
            con.close()
        try:
            doc = json.loads(bruto)
        except ValueError:
            doc = {}
        if r.status == 202 or str(doc.get("error_code")) == "10":
            raise PendenteMfa(doc)
        if r.status != 200 or str(doc.get("error_code", "0")) != "0":
            raise SynapseFalha.da_resposta(r.status, doc)
        return doc

    def atualizar(self, usuario, no):
        """Devolve o no atualizado. So insiste quando a tabela diz quanto esperar."""
        volta = 0
        while True:
            volta += 1
            try:
                return self._chamar("PATCH", "/users/%s/nodes/%s?resync=yes" % (usuario, no))
            except SynapseFalha as falha:
                if falha.espera is None or volta >= self.VOLTAS:
                    raise
                log.warning("no %s: %s; volta %d", no, falha, volta)
                time.sleep(falha.espera)


def atualizar_todos(nos, lista, pedir_religacao):
    """Rotina diaria; devolve {no: acao} com o que nao deu certo."""
    restou, parou = {}, None
    for usuario, no in lista:
        if parou:
            restou[no] = parou
            continue
        try:
            nos.atualizar(usuario, no)
        except PendenteMfa:
            restou[no] = "mfa"
        except SynapseFalha as falha:
            log.error("no %s: %s", no, falha)
            restou[no] = falha.acao
            if falha.acao == "religar":
                pedir_religacao(usuario, no)
            elif falha.acao in ("credencial_da_empresa", "devagar"):
                parou = falha.acao
    return restou
