# errpact: provider=flanks
"""`None` in a pattern or a tuple stands for replies without a code: it is no code that something took before."""

import requests


class FlanksError(Exception):
    def __init__(self, status, code, team):
        super().__init__(f"Flanks {status}/{code}: {team}")
        self.status = status
        self.code = code
        self.team = team


def team(status, code):
    match status, code:
        case _, 50002 | 50003:
            return "customer"
        case 401, None:
            return "platform"
        case (400 | 405 | 409 | 415), (40001 | None):
            return "developers"
        case _:
            return "on-call"


def late(code):
    if code // 10000 == 5:
        return "bank"
    elif code in (50002, 50003):  # error: EP306 50002 50003
        return "customer"
    return "on-call"


def read(token):
    reply = requests.post("https://api.flanks.io/v0/platform/link", json={"code": token}, timeout=30)
    body = reply.json()
    raw = body.get("error_code")
    code = int(raw) if isinstance(raw, (int, str)) and str(raw).isdecimal() else None
    if reply.status_code == 200 and code is None:
        return body["credentials_token"]
    raise FlanksError(reply.status_code, code, team(reply.status_code, code))


def read_late(token):
    reply = requests.post("https://api.flanks.io/v0/platform/link", json={"code": token}, timeout=30)
    body = reply.json()
    code = body.get("error_code", 0)
    if reply.status_code == 200 and not code:
        return body["credentials_token"]
    raise FlanksError(reply.status_code, code, late(code))
