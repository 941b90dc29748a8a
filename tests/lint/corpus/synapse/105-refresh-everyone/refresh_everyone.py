"""
refresh every bank node in nodes.csv and write what happened to result.csv
    python refresh_everyone.py nodes.csv result.csv
"""
import csv, os, sys, time

import requests

BASE = "https://api.synapsefi.com/v3.1"
GATEWAY = os.environ.get("SP_GATEWAY", "")

s = requests.Session()
s.headers["X-SP-GATEWAY"] = GATEWAY

HOUR = 3600


class GiveUp(Exception):
    def __init__(self, j):
        self.j = j
        super().__init__("http_code=%(http_code)s error_code=%(error_code)s error=%(error)s" % {"error": "?", **j})


def usd_to_eur():
    # rates come with a code too, 104 = monthly quota
    r = requests.get("https://api.exchangerate.host/latest?base=USD").json()
    if not r["success"]:
        if r["error"]["code"] == 104:
            return None
        time.sleep(5)
        return usd_to_eur()
    return r["rates"]["EUR"]


def patch(user, node):
    for wait in (60, 120, 240, None):
        r = s.patch(f"{BASE}/users/{user}/nodes/{node}", params={"force_refresh": "yes"}, timeout=60)
        j = r.json()
        if j.get("error_code") == "429" and wait:
            time.sleep(wait)
            continue
        return r.status_code, j


def refresh(user, node):
    status, j = patch(user, node)
    if status == 200:
        return "fresh", j
    pair = str(j["http_code"]), str(j["error_code"])
    if pair == ("202", "10"):
        return "pending", j
    if pair == ("401", "110"):
        return "relink", j
    if pair == ("400", "410"):
        return "bank not supported", j
    if pair == ("503", "503"):
        return "later", j
    if pair == ("500", "500"):
        return "unknown refresh error", j
    raise GiveUp(j)


def row(user, node, what, j):
    err = j.get("error") or {}
    balance = (j.get("info") or {}).get("balance") or {}
    return [user, node, what, j.get("http_code", ""), j.get("error_code", ""), err.get("en", ""), balance.get("amount", "")]


def main(src, dst):
    todo = list(csv.reader(open(src)))
    rate = usd_to_eur()
    out = csv.writer(open(dst, "w"))
    out.writerow(["user", "node", "what", "http_code", "error_code", "error", "usd", f"eur @ {rate}"])
    bad = 0
    for turn in range(3):
        later = []
        for user, node in todo:
            try:
                what, j = refresh(user, node)
            except GiveUp as e:
                print(user, node, e, file=sys.stderr)
                what, j, bad = "error", e.j, bad + 1
            if what == "later" and turn < 2:
                later.append((user, node))
                continue
            r = row(user, node, what, j)
            out.writerow(r + [round(r[-1] * rate, 2) if rate and r[-1] != "" else ""])
        todo = later
        if not todo:
            break
        time.sleep(2 * HOUR)
    return bad


if __name__ == "__main__":
    sys.exit(1 if main(*sys.argv[1:]) else 0)
