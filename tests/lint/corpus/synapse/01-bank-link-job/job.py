"""Links the bank accounts that customers asked for since the last run."""
import logging
import os
import sqlite3

from synapse import SynapseClient, SynapseError

log = logging.getLogger("link-job")


def link(client, row):
    try:
        answer = client.bank_login(row["user_id"], row["bank_id"], row["bank_pw"], row["bank_name"])
    except SynapseError:
        return None
    if answer.get("error_code") == "10":
        return {"mfa": answer["mfa"]["access_token"]}
    return {"nodes": [node["_id"] for node in answer["nodes"]]}


def run(client, db):
    db.row_factory = sqlite3.Row
    for row in db.execute("select * from link_requests where state = 'new'").fetchall():
        result = link(client, row)
        if not result:
            log.debug("nothing to do for %s", row["user_id"])
            continue
        state = "mfa" if "mfa" in result else "linked"
        db.execute("update link_requests set state = ?, result = ? where id = ?", (state, repr(result), row["id"]))
        db.commit()


if __name__ == "__main__":
    run(
        SynapseClient(os.environ["SYNAPSE_ID"], os.environ["SYNAPSE_SECRET"], os.environ["SYNAPSE_FP"]),
        sqlite3.connect("links.db"),
    )
