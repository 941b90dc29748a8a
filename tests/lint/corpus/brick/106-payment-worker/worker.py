"""Takes payment orders off the queue table, four at a time."""
import logging
import os
import sqlite3
from concurrent.futures import ThreadPoolExecutor, as_completed
from decimal import Decimal

from brick_http import BrickError
from payments import Payments

logger = logging.getLogger("worker")
payments = Payments(os.getenv("BRICK_TOKEN", ""))


def handle(order):
    try:
        result = payments.initiate(order["consent_id"], Decimal(order["amount"]), order["cnpj"], key=order["key"])
    except BrickError as exc:
        logger.error("order %s: %s", order["id"], exc)
        return order["id"], "failed", f"{exc.failure.status}:{exc.failure.code}"
    failure = result.get("failure")
    return order["id"], result["state"], f"{failure.status}:{failure.code}" if failure else ""


def run(db_path="orders.db"):
    db = sqlite3.connect(db_path)
    db.row_factory = sqlite3.Row
    orders = db.execute("select * from orders where state = 'new' limit 100").fetchall()
    with ThreadPoolExecutor(max_workers=4) as pool:
        for future in as_completed([pool.submit(handle, dict(o)) for o in orders]):
            order_id, state, why = future.result()
            with db:
                db.execute("update orders set state = ?, why = ? where id = ?", (state, why, order_id))


if __name__ == "__main__":
    logging.basicConfig(level=os.getenv("LOG_LEVEL", "INFO"))
    run()
