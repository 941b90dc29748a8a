"""Cron job: writes the balances of our own pool accounts to a CSV file."""
import csv
import sys

import synapse

HEADER = ["node", "amount", "currency", "http_code", "error_code"]


def row(node_id, body, problem):
    if problem:
        return [node_id, "", "", problem.http_code, problem.error_code]
    balance = body["nodes"][0]["info"]["balance"] if "nodes" in body else body["info"]["balance"]
    return [node_id, balance["amount"], balance.get("currency", "USD"), "200", "0"]


def rows(user_id, node_ids, headers, base=synapse.BASE):
    for node_id in node_ids:
        body, problem = synapse.call("GET", "/users/%s/nodes/%s" % (user_id, node_id), headers, base=base)
        yield row(node_id, body, problem)


def main(user_id, node_ids, headers, out=sys.stdout):
    writer = csv.writer(out)
    writer.writerow(HEADER)
    failed = False
    for line in rows(user_id, node_ids, headers):
        writer.writerow(line)
        failed = failed or line[-1] != "0"
    return 1 if failed else 0
