"""Weekly payouts to the drivers.

Every payout has a row (a dict) in the payouts table. A row is sent once. What Synapse
answered is written into the row; nothing is sent again without a person having said so,
except that the job comes back the next day for rows in state "later".
"""
import datetime
import logging

import synapse

log = logging.getLogger("payouts")

TRIES = 3

# error codes that may be gone tomorrow
TOMORROW = {"429", "503"}

# error codes that stop the whole run: our own credentials
OURS = {"100", "120"}


def payload(row):
    return {
        "to": {"type": "ACH-US", "id": row["to_node"]},
        "amount": {"amount": row["amount"], "currency": "USD"},
        "extra": {"ip": "127.0.0.1", "note": "payout %s" % row["id"]},
    }


def due(row, today):
    if row["state"] == "new":
        return True
    return row["state"] == "later" and row["tries"] < TRIES and row["day"] < today.isoformat()


def note(row, error):
    row["http_code"] = error.http_code
    row["error_code"] = error.error_code
    row["text"] = error.text
    if error.error_code == "10":
        row["state"] = "pending"
    elif error.error_code in TOMORROW:
        row["state"] = "later"
    else:
        row["state"] = "refused"


def send(config, row, today):
    row["tries"] = row.get("tries", 0) + 1
    row["day"] = today.isoformat()
    try:
        body = synapse.create_transaction(
            config["gateway"],
            config["user_key"],
            config["user_id"],
            config["node_id"],
            payload(row),
            "payout-%s" % row["id"],
            config["base"],
        )
    except synapse.SynapseError as error:
        log.warning("payout %s: %s", row["id"], error)
        note(row, error)
        if error.error_code in OURS:
            raise
        return row
    row["state"] = "sent"
    row["trans_id"] = body["_id"]
    row["synapse_status"] = body["recent_status"]["status"]
    return row


def run(config, table, today=None):
    today = today or datetime.date.today()
    return [send(config, row, today) for row in table if due(row, today)]
