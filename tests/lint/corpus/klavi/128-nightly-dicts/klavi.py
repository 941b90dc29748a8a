import os

import requests

BASE_URL = os.environ.get("KLAVI_URL", "https://api.klavi.ai")

# what the crawler could not deliver although it finished
INCOMPLETE = {
    201: "customer has to authorize more data",
    202: "some transactions are missing",
    203: "report has no cpf",
}

# how many hours to leave a customer alone
REST_HOURS = {
    403: 6,
    406: 24,
    414: 24,
    415: 1,
}


def make_session(token):
    session = requests.Session()
    session.headers["Authorization"] = "Bearer " + token
    return session


def read_body(response):
    try:
        body = response.json()
    except ValueError:
        return {"code": None, "message": "no json, http status %s" % response.status_code}
    if not isinstance(body, dict):
        return {"code": None, "message": "unexpected json"}
    return body


def load_report(session, cpf, base_url=BASE_URL):
    """One request. Returns a dict with state, code, message and data."""
    response = session.get(base_url + "/open-data/v1/reports", params={"cpf": cpf}, timeout=30)
    body = read_body(response)
    code = body.get("code")
    result = {"cpf": cpf, "code": code, "message": body.get("message"), "data": None}
    if code == 200:
        result["state"] = "complete"
        result["data"] = body.get("data")
    elif code in INCOMPLETE:
        result["state"] = "incomplete"
        result["message"] = INCOMPLETE[code]
        result["data"] = body.get("data")
    elif code in REST_HOURS:
        result["state"] = "resting"
        result["hours"] = REST_HOURS[code]
    else:
        result["state"] = "failed"
    return result


def set_auto_update(session, connection_key, allowed, base_url=BASE_URL):
    """Switch the automatic update of a connection on or off."""
    response = session.post(
        base_url + "/open-data/v1/update-user-data",
        json={"connectionKey": connection_key, "allowAutoUpdate": allowed},
        timeout=30,
    )
    body = read_body(response)
    code = body.get("code")
    if code == 200:
        return {"state": "complete", "code": 200, "message": None}
    return {"state": "failed", "code": code, "message": body.get("message")}
