"""What the backfill knows about each month: one json file, rewritten whole."""
import json
import os
import time


def load(path):
    if not os.path.exists(path):
        return {}
    with open(path, encoding="utf-8") as fh:
        return json.load(fh)


def save(path, months):
    tmp = f"{path}.{os.getpid()}"
    with open(tmp, "w", encoding="utf-8") as fh:
        json.dump(months, fh, indent=1, sort_keys=True)
    os.replace(tmp, path)


def due(entry):
    if not entry:
        return True
    return entry["state"] == "later" and entry["not_before"] <= time.time()
