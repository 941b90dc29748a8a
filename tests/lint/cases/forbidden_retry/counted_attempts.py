# errpact: provider=flanks
"""A loop that counts attempts and that only some errors leave: that a success is asked for again too makes it no less a
resend. What counts other things than attempts is silent."""

import time

import requests

URL = "http://localhost:8080/v0/bank/account"


class FlanksError(Exception):
    def __init__(self, body):
        super().__init__(body.get("error_code"))
        self.body = body


def post(token, **headers):
    reply = requests.post(URL, json={"credentials_token": token}, headers=headers, timeout=30)
    return reply.status_code, reply.json()


def checked(status, body):
    if status != 200:
        raise FlanksError(body)
    return body


def the_wrong_way_round(token):
    status, body = post(token)
    for _ in range(5):
        if body.get("error_code") == 20002:  # error: EP101
            break
        time.sleep(48 * 3600)
        status, body = post(token)
    return checked(status, body)


def the_last_of_all(token):
    for left in reversed(range(4)):
        status, body = post(token)
        if body.get("error_code") == 20001 and left:  # error: EP101
            break
        time.sleep(48 * 3600)
    return checked(status, body)


def the_right_way_round(token):
    status, body = post(token)
    for _ in range(5):
        if body.get("error_code") != 20002:
            break
        time.sleep(60)
        status, body = post(token)
    return checked(status, body)


def one_for_each_consent(token, consents):
    found = {}
    for n in range(len(consents)):
        status, body = post(token, consent=consents[n])
        if body.get("error_code") == 20002:  # error: EP201
            break
        found[n] = status, body
    return found


def one_for_each_number(token):
    found = []
    for number in range(3):
        status, body = post(token, **{"x-page": str(number)})
        if body.get("error_code") == 20002:  # error: EP201
            break
        found.append((status, body))
    return found


def whatever_is_next(token, queue):
    found = []
    for _ in range(3):
        reply = requests.post(URL, json=queue.next_job(), timeout=30)
        if reply.json().get("error_code") == 20002:  # error: EP201
            break
        found.append((reply.status_code, reply.json(), token))
    return found
