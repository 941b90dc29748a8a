"""Confere no Brick os pagamentos Pix das cobranças em aberto."""
import datetime
import logging
import time

import sessao
from erros import LimiteMensal, conferir

log = logging.getLogger("cobranca")

ESPERAS = (3, 6, 12, 24, 48)


def consultar(http, caminho, base_url=sessao.BRICK_URL):
    for espera in ESPERAS:
        resposta = http.get(base_url + caminho, timeout=sessao.TEMPO_LIMITE)
        if not 500 <= resposta.status_code <= 505:
            return conferir(resposta)
        log.warning("%s: HTTP %s, nova tentativa em %s s", caminho, resposta.status_code, espera)
        time.sleep(espera)
    return conferir(http.get(base_url + caminho, timeout=sessao.TEMPO_LIMITE))


def pagamento(http, payment_id, base_url=sessao.BRICK_URL):
    dados = consultar(http, "/payments/pix/payments/%s" % payment_id, base_url)
    return {"id": dados.get("paymentId"), "situacao": dados.get("status")}


def proximo_periodo(hoje):
    return (hoje.replace(day=1) + datetime.timedelta(days=32)).replace(day=1)


def conciliar(http, cobrancas, base_url=sessao.BRICK_URL, hoje=None):
    """Situação de cada cobrança. Com o limite do mês esgotado, o restante fica para o próximo período."""
    hoje = hoje or datetime.date.today()
    resultado = {"conferidas": [], "adiadas": [], "retomar_em": None}
    fila = list(cobrancas)
    while fila:
        try:
            resultado["conferidas"].append(pagamento(http, fila[0], base_url))
        except LimiteMensal as erro:
            log.error("limite mensal: %s", erro)
            resultado["adiadas"] = fila
            resultado["retomar_em"] = proximo_periodo(hoje)
            break
        fila.pop(0)
    return resultado
