# errpact: provider=synapse
"""An exception with nothing but a sentence, which the client itself turns into a result; and one that has the code."""

import requests

URL = "http://localhost:8080/v3.1/users/u/nodes"


class BankProblem(Exception):
    pass


class BankRefusal(Exception):
    def __init__(self, code, text):
        super().__init__(text)
        self.code = code


def send(payload):
    reply = requests.post(URL, json=payload, timeout=30)
    body = reply.json()
    if reply.status_code == 200 and body.get("error_code", "0") == "0":
        return body
    raise BankProblem(body.get("error", {}).get("en", "Please try again"))  # error: EP203


def add_account(form):
    try:
        node = send({"type": "ACH-US", "info": form})
    except BankProblem as problem:
        return {"ok": False, "message": str(problem)}
    return {"ok": True, "node": node}


def send_with_code(payload):
    reply = requests.put(URL, json=payload, timeout=30)
    body = reply.json()
    if reply.status_code == 200 and body.get("error_code", "0") == "0":
        return body
    raise BankRefusal(body.get("error_code"), body.get("error", {}).get("en", "Please try again"))


def replace_account(form):
    try:
        node = send_with_code({"type": "ACH-US", "info": form})
    except BankRefusal as problem:
        return {"ok": False, "message": str(problem)}
    return {"ok": True, "node": node}
