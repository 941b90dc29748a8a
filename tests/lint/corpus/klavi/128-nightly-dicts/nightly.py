"""Nightly import: cron starts this once every hour between 20:00 and 06:00."""
import datetime
import json
import logging
import pathlib

import klavi

log = logging.getLogger("nightly")

MAX_ROUNDS = 5


def read_table(path):
    path = pathlib.Path(path)
    if not path.exists():
        return {}
    return json.loads(path.read_text())


def write_table(path, table):
    pathlib.Path(path).write_text(json.dumps(table, indent=1))


def is_due(row, now):
    if row.get("closed"):
        return False
    not_before = row.get("not_before")
    return not_before is None or now >= datetime.datetime.fromisoformat(not_before)


def visit(session, cpf, row, now, base_url):
    """Fetch one customer at most once and note in the row what came of it."""
    result = klavi.load_report(session, cpf, base_url)
    row["rounds"] = row.get("rounds", 0) + 1
    row["state"] = result["state"]
    row["code"] = result["code"]
    row["message"] = result["message"]
    if result["state"] == "resting" and row["rounds"] < MAX_ROUNDS:
        # count from the answer, not from the start of the run
        answered = datetime.datetime.now(now.tzinfo)
        row["not_before"] = (answered + datetime.timedelta(hours=result["hours"])).isoformat()
    else:
        row["closed"] = True
    return result


def run(session, cpfs, table, base_url=klavi.BASE_URL):
    now = datetime.datetime.now(datetime.timezone.utc)
    results = []
    for cpf in cpfs:
        row = table.setdefault(cpf, {})
        if not is_due(row, now):
            continue
        result = visit(session, cpf, row, now, base_url)
        if result["state"] == "failed":
            log.warning("klavi said %s: %s", result["code"], result["message"])
        results.append(result)
    return results


def main(token, cpfs, path="nightly.json"):
    table = read_table(path)
    results = run(klavi.make_session(token), cpfs, table)
    write_table(path, table)
    return [r for r in results if r["state"] != "complete"]
