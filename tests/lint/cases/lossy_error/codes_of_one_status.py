# errpact: provider=brick
"""The page has a remedy of its own for each code of a 422: one sentence for all of them keeps it from the caller, be
none of them to be resent. The code, the body, or a choice among the codes tells; a status with few codes is one thing."""

import requests

URL = "http://localhost:8080/open-banking/payments/v4/pix/payments"


class Refused(Exception):
    pass


class Elsewhere(Exception):
    def __init__(self, status, body):
        super().__init__(f"the bank answered {status}")
        self.status = status
        self.body = body


class Waiting(Exception):
    pass


def send(payment, kind):
    reply = requests.post(f"{URL}/{kind}", json=payment, timeout=30)
    try:
        body = reply.json()
    except ValueError:
        body = {}
    if reply.status_code >= 400 and reply.status_code != 422 and reply.status_code != 426:
        raise Elsewhere(reply.status_code, body)
    return reply, body


def one_sentence(payment):
    reply, body = send(payment, "one")
    if reply.status_code == 422:
        raise Refused("the bank refused the payment")  # error: EP203
    if reply.status_code == 426:
        raise Refused("upgrade")
    return {"payment": body["data"]["paymentId"]}


def with_the_code(payment):
    reply, body = send(payment, "two")
    if reply.status_code in (422, 426):
        raise Refused("the bank refused the payment", body.get("code"))
    return {"payment": body["data"]["paymentId"]}


def chosen_by_code(payment):
    reply, body = send(payment, "three")
    if reply.status_code == 422 and body.get("code") in (
        "CONSENTIMENTO_PENDENTE_AUTORIZACAO",
        "DEPENDE_MULTIPLA_ALCADA",
        "LIMITE_PERIODO_VALOR_EXCEDIDO",
        "LIMITE_PERIODO_QUANTIDADE_EXCEDIDO",
        "OPERACAO_NAO_PERMITIDA_STATUS",
    ):
        raise Waiting("somebody else decides")
    if reply.status_code in (422, 426):
        raise Elsewhere(reply.status_code, body)
    return {"payment": body["data"]["paymentId"]}
