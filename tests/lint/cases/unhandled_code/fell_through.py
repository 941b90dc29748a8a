# errpact: provider=klavi
"""Some codes are answered with a screen, the rest falls off the end; and a search that may well find nothing."""

import requests

URL = "http://localhost:8080/v1/login"


def screen(form):
    body = requests.post(URL, json=form, timeout=30).json()
    code = body["code"]
    if code == 200:
        return {"screen": "done"}
    elif code in (201, 202, 203):
        return {"screen": "partly"}
    elif 400 <= code < 430:  # error: EP201
        return {"screen": "check", "code": code}


def screen_for_all(form):
    body = requests.put(URL, json=form, timeout=30).json()
    code = body["code"]
    if code == 200:
        return {"screen": "done"}
    elif code in (201, 202, 203):
        return {"screen": "partly"}
    return {"screen": "check", "code": code}


def found(form):
    body = requests.patch(URL, json=form, timeout=30).json()
    if body["code"] == 200:
        for row in body["data"]:
            if row["id"] == form["id"]:
                return row
        return None
    raise LookupError(body["code"])
