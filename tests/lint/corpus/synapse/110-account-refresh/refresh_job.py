"""Daily refresh of linked bank accounts. Reads nodes from the app database, writes balances back."""
import logging
import os
import sqlite3
import sys

from exceptions import RefreshNotSupported, RefreshPending, RelinkRequired, SynapseError
from synapse_client import SynapseClient

logger = logging.getLogger("refresh_job")


def refresh_all(db, client):
    failed = 0
    rows = db.execute("SELECT id, user_id, node_id, oauth_key FROM nodes WHERE state = 'linked'").fetchall()
    for row_id, user_id, node_id, oauth_key in rows:
        client.set_oauth_key(oauth_key)
        try:
            node = client.refresh_node(user_id, node_id)
        except RefreshPending:
            logger.info("node %s is still refreshing", node_id)
        except RelinkRequired as exc:
            logger.info("node %s needs a new login: %s", node_id, exc)
            db.execute("UPDATE nodes SET state = 'relink', last_error = ? WHERE id = ?", (str(exc), row_id))
        except RefreshNotSupported as exc:
            logger.info("node %s cannot be refreshed: %s", node_id, exc)
            db.execute("UPDATE nodes SET state = 'static', last_error = ? WHERE id = ?", (str(exc), row_id))
        except SynapseError as exc:
            failed += 1
            logger.error("node %s: %s", node_id, exc)
            db.execute("UPDATE nodes SET last_error = ? WHERE id = ?", (str(exc), row_id))
        else:
            balance = node.get("info", {}).get("balance", {}).get("amount")
            db.execute("UPDATE nodes SET balance = ?, last_error = NULL WHERE id = ?", (balance, row_id))
        db.commit()
    return failed


def main():
    logging.basicConfig(level=logging.INFO)
    client = SynapseClient(
        os.environ["SYNAPSE_CLIENT_ID"],
        os.environ["SYNAPSE_CLIENT_SECRET"],
        os.environ["SYNAPSE_FINGERPRINT"],
    )
    with sqlite3.connect(sys.argv[1]) as db:
        return 1 if refresh_all(db, client) else 0


if __name__ == "__main__":
    sys.exit(main())
