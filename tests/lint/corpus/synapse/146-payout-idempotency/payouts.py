import json
import logging
import socket
import sqlite3
import sys
import time
import urllib.error
import urllib.parse
import urllib.request

log = logging.getLogger("payouts")

API = "https://api.synapsefi.com/v3.1"

NEXT_RUN = {"429", "503"}
# nobody at our side of the table can do anything per payout: stop the batch
STOP = {"100", "110", "120", "300"}


class Rejected(Exception):
    def __init__(self, http, doc):
        self.http = http
        self.code = doc.get("error_code")
        self.why = doc.get("error")
        super().__init__(f"http {http}, error_code {self.code}: {self.why}")


class BatchStop(Rejected):
    pass


class Later(Rejected):
    pass


class Payouts:
    def __init__(self, headers, base=API):
        self.headers = headers
        self.base = base
        self.sent = 0

    def _call(self, method, path, payload=None, extra=None):
        data = None if payload is None else json.dumps(payload).encode()
        h = dict(self.headers, **{"Content-Type": "application/json"})
        h.update(extra or {})
        req = urllib.request.Request(self.base + path, data=data, headers=h, method=method)
        try:
            with urllib.request.urlopen(req, timeout=30) as resp:
                http, raw = resp.status, resp.read()
        except urllib.error.HTTPError as exc:
            http, raw = exc.code, exc.read()
        try:
            doc = json.loads(raw)
        except ValueError:
            doc = {}
        if http in (200, 202) and doc.get("error_code") in (None, "0", "10"):
            doc["pending"] = http == 202 or doc.get("error_code") == "10"
            return doc
        if doc.get("error_code") in NEXT_RUN or http in (429, 503):
            raise Later(http, doc)
        if doc.get("error_code") in STOP:
            raise BatchStop(http, doc)
        raise Rejected(http, doc)

    def _find(self, user, node, supp_id):
        page = 1
        while True:
            q = urllib.parse.urlencode({"page": page, "per_page": 50})
            doc = self._call("GET", f"/users/{user}/nodes/{node}/trans?{q}")
            for t in doc["trans"]:
                if t["extra"].get("supp_id") == supp_id:
                    return t
            if page >= doc.get("page_count", 1):
                return None
            page += 1

    def pay(self, user, node, to, amount, supp_id):
        payload = {
            "to": {"type": "ACH-US", "id": to},
            "amount": {"amount": amount, "currency": "USD"},
            "extra": {"supp_id": supp_id, "ip": "10.0.0.1"},
        }
        path = f"/users/{user}/nodes/{node}/trans"
        for pause in (1, 5, 20, None):
            try:
                doc = self._call("POST", path, payload, {"X-SP-IDEMPOTENCY-KEY": supp_id})
            except (urllib.error.URLError, socket.timeout, ConnectionError) as exc:
                # don't know if it arrived; the key makes the repeat harmless
                if pause is None:
                    raise
                log.warning("%s: %r, again in %ss", supp_id, exc, pause)
                time.sleep(pause)
            except Rejected as exc:
                # an earlier try of ours (this run or the last one) got through
                if exc.code == "450":
                    found = self._find(user, node, supp_id)
                    if found is not None:
                        return found
                raise
            else:
                self.sent += 1
                return doc
        raise AssertionError("not reached")


def main(dbfile, headers):
    db = sqlite3.connect(dbfile)
    p = Payouts(headers)
    rows = db.execute("select id, user, node, dest, amount from payout where state in ('new', 'queued')").fetchall()
    for pid, user, node, dest, amount in rows:
        try:
            t = p.pay(user, node, dest, amount, f"payout-{pid}")
            state, note = t.get("recent_status", {}).get("status", "created"), ""
            if t.get("pending"):
                state = "pending"
        except Later as exc:
            state, note = "queued", str(exc)
        except BatchStop as exc:
            log.critical("stopping: %s", exc)
            return 2
        except Rejected as exc:
            state, note = "failed", str(exc)
        db.execute("update payout set state=?, note=? where id=?", (state, note, pid))
        db.commit()
        if state == "queued":
            break
    return 0


if __name__ == "__main__":
    logging.basicConfig(level="INFO")
    sys.exit(main(sys.argv[1], json.load(open(sys.argv[2]))))
