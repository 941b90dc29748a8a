"""Pays the contractors of the week."""
import csv
import sys

from synapsefi import Client, SynapseException


def pay_all(client: Client, user_id: str, node_id: str, rows) -> list:
    failures = []
    for row in rows:
        try:
            trans_id = client.transfer(user_id, node_id, row["node"], int(row["cents"]), row["note"])
        except SynapseException as exc:
            failures.append((row["node"], exc.http_code, exc.error_code, exc.message))
        else:
            print(row["node"], trans_id)
    return failures


if __name__ == "__main__":
    with open(sys.argv[1], newline="") as handle:
        problems = pay_all(Client(*sys.argv[2:6]), sys.argv[6], sys.argv[7], csv.DictReader(handle))
    for problem in problems:
        print("FAILED", *problem, file=sys.stderr)
    sys.exit(bool(problems))
