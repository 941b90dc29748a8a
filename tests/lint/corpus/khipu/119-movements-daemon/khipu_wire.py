import http.client
import json
from urllib.parse import urlsplit


def exchange(base, token, path, form, timeout=180):
    """One POST, one JSON document back.  The HTTP status says nothing that the document doesn't."""
    where = urlsplit(base)
    make = {"https": http.client.HTTPSConnection, "http": http.client.HTTPConnection}[where.scheme]
    conn = make(where.netloc, timeout=timeout)
    try:
        conn.request(
            "POST",
            where.path + path,
            json.dumps(form).encode("utf-8"),
            {"Content-Type": "application/json", "Authorization": "Bearer " + token},
        )
        return json.loads(conn.getresponse().read().decode("utf-8"))
    finally:
        conn.close()
