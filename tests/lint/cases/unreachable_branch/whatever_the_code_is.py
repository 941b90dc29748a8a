# errpact: provider=brick
"""A code that is no JSON's, or not known: what doesn't start with a word isn't a code that does; another word may be."""

import requests

URL = "http://localhost:8080/automatic-payments/v1/payments"


class Refused(Exception):
    def __init__(self, status, problem):
        super().__init__(f"{status} {problem}")
        self.code = problem.get("code", "")


def pay(payment):
    reply = requests.post(URL, json=payment, timeout=30)
    if reply.status_code in (200, 201):
        return reply.json()
    text = {"detail": reply.text}
    raise Refused(reply.status_code, reply.json() if "json" in reply.headers.get("Content-Type", "") else text)


def settle(payment, rows):
    try:
        rows.sent(pay(payment))
    except Refused as refusal:
        code = refusal.code
        if code.startswith("CONSENTIMENTO_"):
            rows.cancel(payment, code)
        elif code == "CONSENTIMENTO_PENDENTE_AUTORIZACAO":  # error: EP306 CONSENTIMENTO_PENDENTE_AUTORIZACAO
            rows.hold(payment, code)
        else:
            rows.fail(payment, code, str(refusal))


def settle_rightly(payment, rows):
    try:
        rows.sent(pay(payment))
    except Refused as refusal:
        code = refusal.code
        if code.startswith("CONSENTIMENTO_EM"):
            rows.cancel(payment, code)
        elif code == "CONSENTIMENTO_PENDENTE_AUTORIZACAO":
            rows.hold(payment, code)
        else:
            rows.fail(payment, code, str(refusal))
