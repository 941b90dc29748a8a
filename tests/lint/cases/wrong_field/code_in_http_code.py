# errpact: provider=synapse
"""110 and 120 are codes and no HTTP statuses; 429 is both, so what was meant can't be told."""

import requests

URL = "http://localhost:8080/v3.1/users/u/nodes/n"


def action(user):
    response = requests.patch(URL, json={"user": user}, timeout=30)
    body = response.json()
    http_code = body.get("http_code", "200")
    if http_code == "200":
        return body
    if http_code in ("110", "120"):  # error: EP304
        raise PermissionError(http_code, body)
    if http_code == "429":
        raise TimeoutError(http_code, body)
    raise RuntimeError(body)


def action_by_code_or_status(user):
    response = requests.patch(URL, json={"user": user}, timeout=30)
    body = response.json()
    code = body.get("error_code") or str(response.status_code)
    if response.status_code == 200 and code == "0":
        return body
    if code in ("110", "120"):
        raise PermissionError(code, body)
    raise RuntimeError(code, body)
