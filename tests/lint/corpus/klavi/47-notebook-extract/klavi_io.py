# exported from utils.ipynb
import requests

PARTIAL = {
    201: "needs extra authorization",
    202: "transactions missing",
    203: "no cpf in report",
}


class KlaviProblem(Exception):
    def __init__(self, code, message):
        super(KlaviProblem, self).__init__("%s - %s" % (code, message))
        self.code = code
        self.message = message


def get_session(token):
    s = requests.Session()
    s.headers["Authorization"] = "Bearer " + token
    s.headers["Accept"] = "application/json"
    return s


def pull(session, base_url, link_id, kind):
    """-> (rows, quality).  quality is 'full' or the reason why rows may be incomplete"""
    r = session.get("%s/data/v1/%s" % (base_url, kind), params={"linkId": link_id}, timeout=60)
    body = r.json()
    code = int(body["code"])
    if code == 200:
        return body["data"], "full"
    if code in PARTIAL:
        return body.get("data") or [], PARTIAL[code]
    raise KlaviProblem(code, body.get("message"))
