# errpact: provider=synapse
"""A text that the code is put into tells which case it was, however it is put together; other words don't."""

import requests

URL = "http://localhost:8080/v3.1/nodes"


def percent():
    reply = requests.get(URL, timeout=30)
    body = reply.json()
    if reply.status_code != 200:
        raise RuntimeError("Synapse said %s (%s)" % (body["error_code"], body["error"]["en"]))
    return body["nodes"]


def filled_in():
    reply = requests.get(URL, timeout=30)
    body = reply.json()
    if reply.status_code != 200:
        raise RuntimeError("{code}: {}".format(body["error"]["en"], code=body["error_code"]))
    return body["nodes"]


def added():
    reply = requests.get(URL, timeout=30)
    body = reply.json()
    if reply.status_code != 200:
        raise RuntimeError(body["error_code"] + ": " + body["error"]["en"])
    return body["nodes"]


def joined():
    reply = requests.get(URL, timeout=30)
    body = reply.json()
    if reply.status_code != 200:
        raise RuntimeError("\n".join(f"{node}: {answer.get('error_code')}" for node, answer in {"n": body}.items()))
    return body["nodes"]


def with_all_that_was_said():
    reply = requests.get(URL, timeout=30)
    if reply.status_code != 200:
        raise RuntimeError("Synapse said " + reply.text)
    return reply.json()["nodes"]


def words_alone():
    reply = requests.get(URL, timeout=30)
    body = reply.json()
    if reply.status_code != 200:
        raise RuntimeError(": ".join(["Synapse", body["error"]["en"]]))  # error: EP203
    return body["nodes"]
