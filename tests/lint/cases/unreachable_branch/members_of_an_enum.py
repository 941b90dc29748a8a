# errpact: provider=klavi
"""A code as a member of an enum of the client's own: a branch that asks which it is, after another took it."""

from enum import IntEnum

import requests


class Code(IntEnum):
    OK = 200
    CREDENTIALS = 402
    TOO_MANY_WRONG_INPUTS = 406
    BANK_SECURITY = 414
    MFA_WRONG = 434
    OTHER = 0

    @classmethod
    def _missing_(cls, value):
        return cls.OTHER


def reason(code):
    if code is Code.OTHER:
        return "other"
    if Code.CREDENTIALS <= code <= Code.MFA_WRONG:
        return "customer"
    if code in (Code.TOO_MANY_WRONG_INPUTS, Code.BANK_SECURITY):  # error: EP306
        return "wait"
    return "ours"


def reason_in_order(code):
    if code in (Code.TOO_MANY_WRONG_INPUTS, Code.BANK_SECURITY):
        return "wait"
    if Code.CREDENTIALS <= code <= Code.MFA_WRONG:
        return "customer"
    return "ours"


def reason_or_default(code, strict):
    """What is left open isn't taken by the first."""
    if strict and Code.CREDENTIALS <= code <= Code.MFA_WRONG:
        return "customer"
    if code in (Code.TOO_MANY_WRONG_INPUTS, Code.BANK_SECURITY):
        return "wait"
    return "ours"


def report(cpf, strict):
    body = requests.get("https://api.klavi.ai/open-data/v1/reports", params={"cpf": cpf}, timeout=30).json()
    code = Code(body["code"])
    if code is Code.OK:
        return body["data"]
    raise RuntimeError(body["code"], reason(code), reason_in_order(code), reason_or_default(code, strict))
