"""Links a bank to a Synapse user with the bank's own login (ACH-US nodes)."""
import os
import time

import requests

API = os.environ.get("SYNAPSE_API", "https://uat-api.synapsefi.com/v3.1")
CLIENT = os.environ.get("SYNAPSE_GATEWAY", "client_id|client_secret")
PAUSE = 15 * 60
MAX_TRIES = 3


class SynapseError(Exception):
    def __init__(self, http_code, error_code, text):
        Exception.__init__(self, "synapse %s/%s: %s" % (http_code, error_code, text))
        self.http_code = http_code
        self.error_code = error_code
        self.text = text


class BankLoginError(SynapseError):
    """The person has to do something before we can try again."""


def _post(base_url, user_id, oauth_key, info):
    resp = requests.post(
        "%s/users/%s/nodes" % (base_url, user_id),
        json=info,
        headers={"X-SP-GATEWAY": CLIENT, "X-SP-USER": oauth_key + "|static_pin"},
        timeout=90,
    )
    try:
        return resp.status_code, resp.json()
    except ValueError:
        return resp.status_code, {}


def _handle(status, body):
    error_code = str(body.get("error_code", ""))
    text = (body.get("error") or {}).get("en", "")

    if status == 200 and error_code in ("0", ""):
        return {"state": "linked", "nodes": body["nodes"]}
    if status == 202 or error_code == "10":
        mfa = body.get("mfa", {})
        return {"state": "mfa", "question": mfa.get("message"), "access_token": mfa.get("access_token")}

    if status == 400 and error_code == "200":
        raise BankLoginError(status, error_code, text or "wrong user name or password, or bank not supported")
    if status == 402 and error_code == "500":
        raise BankLoginError(status, error_code, text or "account locked or bank wants the owner's attention")
    if status == 402 and error_code == "460":
        raise BankLoginError(status, error_code, text or "no account there can do ACH")
    if status == 409 and error_code == "400":
        raise BankLoginError(status, error_code, text or "values not accepted")
    raise SynapseError(status, error_code, text)


def login(user_id, oauth_key, bank_id, bank_pw, bank_name, base_url=API):
    info = {"type": "ACH-US", "info": {"bank_id": bank_id, "bank_pw": bank_pw, "bank_name": bank_name}}
    for n in range(1, MAX_TRIES + 1):
        try:
            status, body = _post(base_url, user_id, oauth_key, info)
            return _handle(status, body)
        except BankLoginError:
            raise
        except SynapseError as e:
            if e.error_code != "503" or n == MAX_TRIES:
                raise
            time.sleep(PAUSE * n)


def answer_mfa(user_id, oauth_key, access_token, answer, base_url=API):
    status, body = _post(base_url, user_id, oauth_key, {"access_token": access_token, "mfa_answer": answer})
    return _handle(status, body)


if __name__ == "__main__":
    import getpass

    user, key = input("user: "), getpass.getpass("oauth key: ")
    result = login(user, key, input("bank login: "), getpass.getpass(), input("bank: "))
    while result["state"] == "mfa":
        result = answer_mfa(user, key, result["access_token"], input("%s " % result["question"]))
    print("linked", [n["_id"] for n in result["nodes"]])
