# ---
# jupytext: was payouts.ipynb, In[1] .. In[6]; run on the 1st and the 15th
# ---
import csv
import logging
import os
import sys
import time

import requests

from constants import ACTION_PENDING, FAILURES

# In[1]
BASE = os.environ.get("SYNAPSE_URL", "https://api.synapsefi.com/v3.1")
HEADERS = {"X-SP-GATEWAY": os.environ.get("SP_GATEWAY", ""), "X-SP-USER": os.environ.get("SP_USER", "")}
OUR_USER, OUR_NODE = os.environ.get("SP_OUR_USER", "u0"), os.environ.get("SP_OUR_NODE", "n0")

paid, pending = [], []


# In[2]
class PayoutError(RuntimeError):
    def __init__(self, payout, status, body):
        super().__init__(f"payout {payout['ref']}: {status} {body.get('error_code')} {body.get('error')}")
        self.payout, self.status, self.body = payout, status, body


# In[3]
def send(payout):
    payload = {
        "to": {"type": "DEPOSIT-US", "id": payout["node"]},
        "amount": {"amount": float(payout["amount"]), "currency": "USD"},
        "extra": {"supp_id": payout["ref"]},
    }
    resp = requests.post(
        f"{BASE}/users/{OUR_USER}/nodes/{OUR_NODE}/trans",
        json=payload,
        headers={**HEADERS, "X-SP-IDEMPOTENCY-KEY": "payout-" + payout["ref"]},
        timeout=60,
    )
    return resp.status_code, resp.json()


# In[4]
def pay(payout):
    tries = 3
    status, body = send(payout)
    while status == 429 and tries:
        tries -= 1
        time.sleep(120)
        status, body = send(payout)
    code = body.get("error_code")
    if status >= 400 or code in FAILURES:
        raise PayoutError(payout, status, body)
    if code == ACTION_PENDING:
        pending.append({"ref": payout["ref"], "trans": body.get("_id"), "note": "needs approval"})
        return "pending"
    paid.append({"ref": payout["ref"], "trans": body.get("_id"), "amount": payout["amount"]})
    return "paid"


# In[5]
def pay_all(rows):
    paid.clear()
    pending.clear()
    failed = []
    for row in rows:
        try:
            pay(row)
        except PayoutError as exc:
            logging.error("%s", exc)
            failed.append({"ref": row["ref"], "status": exc.status, "error_code": exc.body.get("error_code")})
    return {"paid": paid[:], "pending": pending[:], "failed": failed}


def save(name, rows):
    with open(name, "w", newline="") as fh:
        if rows:
            out = csv.DictWriter(fh, rows[0].keys())
            out.writeheader()
            out.writerows(rows)


# In[6]
if __name__ == "__main__":
    with open(sys.argv[1], newline="") as fh:
        todo = list(csv.DictReader(fh))
    report = pay_all(todo)
    for key, value in report.items():
        save(f"payouts-{key}.csv", value)
    sys.exit(2 if report["failed"] else 0)
