"""Fresh balances for the morning report."""
import logging
import time

from wire import PRODUCTION, SynapseFailed, send

log = logging.getLogger("bankdata.balances")

TRY_AGAIN_LATER = ("503", "503")
QUARTER_OF_AN_HOUR = 15 * 60
ATTEMPTS = 4


def refresh(session, user_id, node_id, base_url=PRODUCTION):
    url = "%s/users/%s/nodes/%s" % (base_url, user_id, node_id)
    attempt = 1
    while True:
        try:
            body = send(session, "PATCH", url, params={"resync": "BALANCE"})
        except SynapseFailed as failure:
            if failure.pair != TRY_AGAIN_LATER or attempt >= ATTEMPTS:
                raise
            log.info("node %s: refresh unavailable, attempt %d", node_id, attempt)
        else:
            return body.get("info", {}).get("balance", {}).get("amount")
        attempt += 1
        time.sleep(QUARTER_OF_AN_HOUR)


def morning_report(session, user_id, node_ids, base_url=PRODUCTION):
    """One row a node: (node, amount, what went wrong)."""
    rows = []
    for node_id in node_ids:
        try:
            rows.append((node_id, refresh(session, user_id, node_id, base_url), None))
        except SynapseFailed as failure:
            rows.append((node_id, None, "%s/%s" % failure.pair))
    return rows
