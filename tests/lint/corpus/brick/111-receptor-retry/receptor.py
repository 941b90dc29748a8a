"""Coleta noturna de extratos pelo Brick (receptor de dados).

Resultado por consentimento: ("completo", linhas) ou (motivo, linhas até ali).
"""
import datetime as dt
import logging
import smtplib
import time
from email.message import EmailMessage

import requests
from requests.adapters import HTTPAdapter
from urllib3.util.retry import Retry

log = logging.getLogger("receptor")

CINCO_MINUTOS = 5 * 60
SEM_ACESSO = ("CONSENTIMENTO_NAO_AUTORIZADO", "CONSENTIMENTO_EM_STATUS_REJEITADO")
PASSAGEIROS = ("ERRO_CHAMADA_API", "TIMEOUT_CHAMADA_API")


class BrickErro(Exception):
    def __init__(self, status, corpo, interacao):
        self.status = status
        self.codigo = corpo.get("code") or ""
        self.texto = corpo.get("detail") or corpo.get("error_description") or corpo.get("message") or ""
        self.interacao = interacao
        super().__init__("%d %s %s (interação %s)" % (status, self.codigo, self.texto, interacao))


class RetryBrick(Retry):
    """3, 6, 12, 24 e 48 segundos; o Retry original não espera antes da primeira repetição."""

    def get_backoff_time(self):
        feitas = len(self.history)
        return 3 * 2 ** (feitas - 1) if feitas else 0


class SessaoBrick(requests.Session):
    def __init__(self, base_url, token):
        super().__init__()
        self.base_url = base_url.rstrip("/")
        self.headers["Authorization"] = "Bearer " + token
        adaptador = HTTPAdapter(
            max_retries=RetryBrick(
                total=5,
                read=0,
                status_forcelist=(502, 503, 504),
                allowed_methods=("GET",),
                raise_on_status=False,
                respect_retry_after_header=False,
            )
        )
        self.mount("https://", adaptador)
        self.mount("http://", adaptador)

    def consultar(self, caminho, **params):
        for volta in (1, 2, 3):
            r = self.get(self.base_url + caminho, params=params, timeout=60)
            if r.status_code == 200:
                return r.json()
            try:
                corpo = r.json()
            except ValueError:
                corpo = {}
            erro = BrickErro(r.status_code, corpo, r.headers.get("x-fapi-interaction-id"))
            if erro.codigo not in PASSAGEIROS or volta == 3:
                raise erro
            log.info("%s, nova volta em 5 minutos", erro)
            time.sleep(CINCO_MINUTOS)


class Receptor:
    def __init__(self, sessao, pausas, avisar):
        self.sessao = sessao
        self.pausas = pausas  # consentimento -> data a partir da qual pode coletar de novo
        self.avisar = avisar

    def coletar(self, consentimento, conta, hoje=None):
        hoje = hoje or dt.date.today()
        if self.pausas.get(consentimento, hoje) > hoje:
            return "pausado", []
        linhas, pagina = [], 1
        try:
            while True:
                corpo = self.sessao.consultar(
                    "/accounts/v2/accounts/%s/transactions" % conta, consentId=consentimento, page=pagina
                )
                linhas.extend(corpo.get("data", []))
                if pagina >= corpo.get("meta", {}).get("totalPages", 1):
                    return "completo", linhas
                pagina += 1
        except BrickErro as erro:
            if erro.status == 423:
                # limite mensal: volta a contar no dia 1º
                self.pausas[consentimento] = (hoje.replace(day=1) + dt.timedelta(days=32)).replace(day=1)
            elif erro.codigo in SEM_ACESSO:
                # até alguém conferir o consentimento e liberar à mão
                self.pausas[consentimento] = dt.date.max
            self.avisar(consentimento, erro)
            return erro.codigo or "http_%d" % erro.status, linhas


def por_email(consentimento, erro):
    msg = EmailMessage()
    msg["Subject"] = "[receptor] %s: %s" % (consentimento, erro.codigo or erro.status)
    msg["From"], msg["To"] = "robo@exemplo.com.br", "openfinance@exemplo.com.br"
    msg.set_content(str(erro))
    with smtplib.SMTP("localhost") as smtp:
        smtp.send_message(msg)
