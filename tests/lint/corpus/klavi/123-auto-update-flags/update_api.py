"""Klavi, "update user data": one endpoint, plain http.client, no dependency on the jump host."""
import http.client
import json
from urllib.parse import urlsplit

PATH = "/open-data/v1/user-data/auto-update"


class UpdateRefused(Exception):
    def __init__(self, code, message):
        super().__init__(f"{code} {message}".strip())
        self.code = code
        self.message = message


def _connection(base):
    parts = urlsplit(base)
    cls = http.client.HTTPSConnection if parts.scheme == "https" else http.client.HTTPConnection
    return cls(parts.hostname, parts.port, timeout=30)


def exchange(base, token, payload):
    conn = _connection(base)
    try:
        conn.request(
            "POST",
            PATH,
            body=json.dumps(payload),
            headers={"Authorization": f"Bearer {token}", "Content-Type": "application/json"},
        )
        return json.loads(conn.getresponse().read())
    finally:
        conn.close()


def set_flag(base, token, connection_key, allow):
    reply = exchange(base, token, {"connectionKey": connection_key, "allowAutoUpdate": bool(allow)})
    code = int(reply["code"])
    # everything between the plain ok and the 6xx block is a refusal
    if 200 < code < 700:
        raise UpdateRefused(code, reply.get("message", ""))
    return {"key": connection_key, "allow": allow, "changed": True}
