"""One file, several banks: Klavi and two others, each behind one function."""

import os
import time

import requests

PLAID = "https://production.plaid.com"
BELVO = os.environ.get("BELVO_URL", "https://api.belvo.com")


class BankError(Exception):
    def __init__(self, bank, code, body):
        super().__init__(f"{bank}: {code}")
        self.bank = bank
        self.code = code
        self.body = body


def plaid(access_token):
    for _ in range(4):
        body = requests.post(f"{PLAID}/accounts/get", json={"access_token": access_token}, timeout=10).json()
        if body.get("error_code") in ("PRODUCT_NOT_READY", "INTERNAL_SERVER_ERROR"):
            time.sleep(2)
            continue
        if "error_code" in body:
            raise BankError("plaid", body["error_code"], body)
        return body["accounts"]
    raise BankError("plaid", "PRODUCT_NOT_READY", {})


def belvo(link):
    reply = requests.get(f"{BELVO}/api/accounts/", params={"link": link}, timeout=10)
    found = reply.json()
    if isinstance(found, list) and found and found[0].get("code") == "406":
        time.sleep(1)
        return belvo(link)
    return found


def klavi(cpf, token):
    body = requests.post(
        "https://api.klavi.ai/open-data/v1/accounts",
        json={"cpf": cpf},
        headers={"Authorization": f"Bearer {token}"},
        timeout=60,
    ).json()
    if str(body["code"]) != "200":
        raise BankError("klavi", body["code"], body)
    return body["data"]


def area_code(phone):
    code = phone["code"]
    if code == 406 or code in (202, 201):
        return "US"
    return {"351": "PT", "55": "BR"}.get(str(code), "?")


BY_NAME = {"plaid": plaid, "belvo": belvo}


def accounts(bank, *credentials):
    if bank == "klavi":
        return klavi(*credentials)
    return BY_NAME[bank](*credentials)
