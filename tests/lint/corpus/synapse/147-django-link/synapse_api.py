import http.client
import json
from urllib.parse import urlsplit


class SynapseProblem(Exception):
    user_text = "Something went wrong, our team has been told."

    def __init__(self, pair, body):
        self.pair = pair
        self.error_code = pair[1]
        self.body = body
        err = body.get("error")
        self.en = err.get("en", "") if isinstance(err, dict) else ""
        Exception.__init__(self, "%s/%s %s" % (pair[0], pair[1], self.en))


class BadLogin(SynapseProblem):
    user_text = "Check your bank user name and password."


class BankWantsYou(SynapseProblem):
    user_text = "Please log in at your bank's site, it needs your attention."


class NoAchAccount(SynapseProblem):
    user_text = "No account there can be used for transfers."


class Maintenance(SynapseProblem):
    user_text = "The bank is under maintenance, come back later."


class RefreshUnsupported(SynapseProblem):
    pass


class Relink(SynapseProblem):
    user_text = "Link the account again."


class WrongAnswer(SynapseProblem):
    user_text = "That answer was not accepted."


LOGIN = {
    ("400", "200"): BadLogin,
    ("402", "500"): BankWantsYou,
    ("402", "460"): NoAchAccount,
    ("503", "503"): Maintenance,
}
SYNC = {
    ("503", "503"): Maintenance,
    ("400", "410"): RefreshUnsupported,
    ("401", "110"): Relink,
}
MFA = dict(LOGIN)
MFA[("409", "400")] = WrongAnswer


class Api:
    def __init__(self, base, gateway, user):
        parts = urlsplit(base)
        self.parts = parts
        self.headers = {"X-SP-GATEWAY": gateway, "X-SP-USER": user, "Content-Type": "application/json"}

    def send(self, method, path, table, payload=None):
        cls = http.client.HTTPSConnection if self.parts.scheme == "https" else http.client.HTTPConnection
        conn = cls(self.parts.netloc, timeout=60)
        body = json.dumps(payload) if payload is not None else None
        conn.request(method, self.parts.path + path, body, self.headers)
        resp = conn.getresponse()
        raw = resp.read()
        conn.close()
        try:
            doc = json.loads(raw)
        except ValueError:
            doc = {}
        if resp.status in (200, 202):
            return resp.status == 202 or doc.get("error_code") == "10", doc
        pair = (str(doc.get("http_code") or resp.status), str(doc.get("error_code", "")))
        raise table.get(pair, SynapseProblem)(pair, doc)

    def login(self, user_id, bank, name, pw):
        return self.send("POST", "/users/%s/nodes" % user_id, LOGIN, {
            "type": "ACH-US", "info": {"bank_id": name, "bank_pw": pw, "bank_name": bank}})

    def answer(self, user_id, mfa_token, answer):
        return self.send("POST", "/users/%s/nodes" % user_id, MFA, {
            "access_token": mfa_token, "mfa_answer": answer})

    def refresh(self, user_id, node_id):
        return self.send("PATCH", "/users/%s/nodes/%s?refresh=yes" % (user_id, node_id), SYNC)
