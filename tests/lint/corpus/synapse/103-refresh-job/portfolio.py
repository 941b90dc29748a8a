import csv
import os
import pathlib

FOLDER = pathlib.Path(os.environ.get("PORTFOLIO", "."))


def active_nodes():
    with open(FOLDER / "nodes.csv", newline="") as handle:
        return [(row["user"], row["node"]) for row in csv.DictReader(handle) if row["active"] == "1"]


def request_relink(node_id):
    with open(FOLDER / "relink.txt", "a") as handle:
        handle.write(node_id + "\n")
