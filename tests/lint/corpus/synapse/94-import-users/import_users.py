#!/usr/bin/env python3
"""Imports users from a CSV file: id,name,email,phone.  Safe to run again on the same file."""
import argparse
import csv
import os
import sys
from dataclasses import dataclass
from urllib.parse import quote

from synapse_http import ApiError, KeyInUse, StopImport, Synapse


@dataclass
class Line:
    row_id: str
    status: str
    user_id: str = ""
    problem: str = ""


class Importer:
    def __init__(self, api: Synapse) -> None:
        self.api = api

    def one(self, row: dict) -> Line:
        payload = {
            "logins": [{"email": row["email"]}],
            "legal_names": [row["name"]],
            "phone_numbers": [row["phone"]],
            "extra": {"supp_id": row["id"]},
        }
        try:
            code, user = self.api.request("POST", "/users", payload, key="import-" + row["id"])
        except KeyInUse:
            return self.already_there(row)
        return Line(row["id"], "created" if code == "0" else "pending", user.get("_id", ""))

    def already_there(self, row: dict) -> Line:
        code, page = self.api.request("GET", "/users?query=" + quote(row["email"]))
        if code != "0":
            return Line(row["id"], "pending", problem="look-up not final yet")
        for user in page.get("users", []):
            if user.get("extra", {}).get("supp_id") == row["id"]:
                return Line(row["id"], "existing", user["_id"])
        return Line(row["id"], "key-in-use", problem="450: idempotency key used by another request")

    def many(self, rows):
        for row in rows:
            try:
                yield self.one(row)
            except StopImport:
                raise
            except ApiError as exc:
                yield Line(row["id"], "refused", problem=f"{exc} field={exc.field}")


def main(argv=None) -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("csv", type=argparse.FileType("r", encoding="utf-8"))
    options = parser.parse_args(argv)
    importer = Importer(Synapse(os.environ["SYNAPSE_GATEWAY"]))
    refused = 0
    try:
        for line in importer.many(csv.DictReader(options.csv)):
            refused += line.status == "refused"
            print(line.row_id, line.status, line.user_id, line.problem, sep="\t")
    except StopImport as exc:
        print(f"stopped: {exc}; run again later to go on", file=sys.stderr)
        return 75
    return 1 if refused else 0


if __name__ == "__main__":
    sys.exit(main())
