import http.client
import json
from urllib.parse import urlsplit


class FlanksProblem(Exception):
    def __init__(self, status, body):
        self.status = status
        self.body = body
        self.code = body.get("error_code")
        super().__init__("HTTP %d, error_code %s, %s" % (status, self.code, body.get("error", body.get("message"))))


def post(base, token, path, payload):
    url = urlsplit(base)
    conn_cls = http.client.HTTPSConnection if url.scheme == "https" else http.client.HTTPConnection
    conn = conn_cls(url.hostname, url.port, timeout=60)
    try:
        conn.request(
            "POST",
            url.path + path,
            json.dumps(payload),
            {"Authorization": "Bearer " + token, "Content-Type": "application/json"},
        )
        reply = conn.getresponse()
        status, raw = reply.status, reply.read()
    finally:
        conn.close()
    try:
        body = json.loads(raw)
    except ValueError:
        body = {"error": raw[:200].decode("utf-8", "replace")}
    if status == 200 and body.get("error_code") is None:
        return body
    raise FlanksProblem(status, body)
