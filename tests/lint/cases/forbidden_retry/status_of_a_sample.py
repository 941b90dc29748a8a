# errpact: provider=synapse
"""The page's sample shows a code under a status that no table gives it: what is resent for that status is."""

import time

import requests

URL = "http://localhost:8080/v3.1/users/u1/nodes/n1/trans"


def as_a_lock(payload):
    for pause in (2, 4, None):
        response = requests.post(URL, json=payload, timeout=30)
        if response.status_code not in (409, 429, 503) or pause is None:  # error: EP101 400
            break
        time.sleep(pause)
    return response


def as_documented(payload):
    for pause in (2, 4, None):
        response = requests.post(URL, json=payload, timeout=30)
        if response.status_code not in (429, 503) or pause is None:
            break
        time.sleep(pause)
    return response


def by_code_below_the_status(payload):
    """It may come under other statuses too: the code is asked for with reason."""
    response = requests.post(URL, json=payload, timeout=30)
    body = response.json()
    if response.status_code == 200:
        return body["_id"]
    if response.status_code == 409:
        raise ValueError(f"not enough: {body['error_code']}")
    if body["error_code"] == "400":
        raise LookupError(f"wrong values: {body['error_code']}")
    raise RuntimeError(f"Synapse said {body['error_code']}")
