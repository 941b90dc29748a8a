# Sincroniza as contas dos clientes com a plataforma Brick Bank
import logging

import requests
from requests.adapters import HTTPAdapter
from urllib3.util.retry import Retry

logger = logging.getLogger(__name__)

URL_PADRAO = "https://api.brickbank.com.br"

POLITICA = Retry(
    total=10,
    backoff_factor=3,
    status_forcelist=(500, 502, 503, 504),
    allowed_methods=("GET",),
    raise_on_status=False,
)


class ErroContas(Exception):
    def __init__(self, status, codigos, texto):
        super().__init__("%s %s %s" % (status, ",".join(codigos), texto))
        self.status = status
        self.codigos = codigos
        self.texto = texto


class ConsentimentoPerdido(ErroContas):
    """O cliente precisa consentir de novo."""


class LimiteDoMes(ErroContas):
    """So volta a funcionar no proximo periodo de contagem."""


REVOGADO = {
    "CONSENTIMENTO_NAO_AUTORIZADO",
    "CONSENTIMENTO_INVALIDO",
    "CONSENTIMENTO_EM_STATUS_REJEITADO",
    "CONSENTIMENTO_NAO_ENCONTRADO",
}


def abrir_sessao(token):
    sessao = requests.Session()
    sessao.headers.update({"Authorization": "Bearer " + token, "Accept": "application/json"})
    adaptador = HTTPAdapter(max_retries=POLITICA)
    sessao.mount("https://", adaptador)
    sessao.mount("http://", adaptador)
    return sessao


def checar(resposta):
    if resposta.status_code == 200:
        return resposta.json()

    try:
        corpo = resposta.json()
    except ValueError:
        corpo = {}

    erros = corpo.get("errors") or []
    codigos = [e["code"] for e in erros]

    if REVOGADO.intersection(codigos):
        raise ConsentimentoPerdido(resposta.status_code, codigos, resposta.text)
    if "LIMITE_OPERACIONAL_EXCEDIDO" in codigos:
        raise LimiteDoMes(resposta.status_code, codigos, resposta.text)
    raise ErroContas(resposta.status_code, codigos, resposta.text)


class Contas:
    def __init__(self, token, url=URL_PADRAO):
        self.url = url
        self.sessao = abrir_sessao(token)

    def listar(self, consentimento):
        pagina, todas = 1, []
        while pagina:
            r = self.sessao.get(
                self.url + "/accounts/v2/accounts",
                params={"page": pagina},
                headers={"consentId": consentimento},
                timeout=30,
            )
            corpo = checar(r)
            todas.extend(corpo["data"])
            total = corpo.get("meta", {}).get("totalPages", 1)
            pagina = pagina + 1 if pagina < total else None
        return todas


def sincronizar(contas, consentimentos, banco):
    for consentimento in consentimentos:
        try:
            banco.gravar(consentimento, contas.listar(consentimento))
        except ConsentimentoPerdido as e:
            logger.warning("consentimento %s perdido: %s", consentimento, e)
            banco.pedir_novo_consentimento(consentimento)
        except LimiteDoMes as e:
            logger.warning("limite do mes atingido: %s", e)
            banco.pausar_ate_proximo_mes(consentimento)
