"""python job.py - connects what is queued in sqlite"""
import json
import logging
import os
import sqlite3
import time

from klavi_link import AskUser, HalfHour, KlaviError, KlaviLink, Tomorrow

log = logging.getLogger("job")


def park(db, row_id, seconds, code):
    db.execute("update queue set not_before=?, last_code=? where id=?", (time.time() + seconds, code, row_id))


def done(db, row_id, state, code):
    db.execute("update queue set state=?, last_code=? where id=?", (state, code, row_id))


def run():
    db = sqlite3.connect(os.environ["QUEUE_DB"])
    klavi = KlaviLink(os.environ["KLAVI_TOKEN"])
    rows = db.execute(
        "select id, link_id, bank, fields from queue where state='new' and not_before < ?", (time.time(),)
    ).fetchall()
    for row_id, link_id, bank, fields in rows:
        try:
            res = klavi.connect(link_id, bank, json.loads(fields))
        except Tomorrow as e:
            park(db, row_id, 24 * 3600, e.code)
        except HalfHour as e:
            park(db, row_id, 30 * 60, e.code)
        except AskUser as e:
            done(db, row_id, "user", e.code)
        except KlaviError as e:
            log.error("row %s: %s", row_id, e)
            done(db, row_id, "failed", e.code)
        else:
            done(db, row_id, res["partial"] or "ok", 200)
        db.commit()


if __name__ == "__main__":
    logging.basicConfig(level=logging.INFO)
    run()
