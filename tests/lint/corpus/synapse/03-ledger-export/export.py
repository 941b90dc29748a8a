#!/usr/bin/env python
"""Exports all transactions of the platform into the ledger, once per night.

usage: export.py LEDGER_FILE
"""
import json
import os
import sys
import urllib.error
import urllib.request

BASE = os.environ.get("SYNAPSE_BASE", "https://api.synapsefi.com/v3.1")
PER_PAGE = 100


class ExportError(Exception):
    pass


class LoginNeeded(ExportError):
    pass


class SynapseExporter(object):
    def __init__(self, gateway, base=BASE):
        self.base = base
        self.headers = {"X-SP-GATEWAY": gateway, "Content-Type": "application/json"}

    def _get(self, path):
        request = urllib.request.Request(self.base + path, headers=self.headers)
        try:
            response = urllib.request.urlopen(request, timeout=60)
            return json.loads(response.read())
        except urllib.error.HTTPError as e:
            self._fail(e)

    def _fail(self, e):
        error = json.loads(e.read())
        if error["error_code"] == "401":
            raise LoginNeeded("gateway keys were rejected")
        if error["error_code"] == "429":
            raise ExportError("429 too many requests, run again later")
        raise ExportError("could not read transactions")

    def pages(self):
        page = 1
        while True:
            data = self._get("/trans?page=%d&per_page=%d" % (page, PER_PAGE))
            yield data["trans"]
            if page >= data["page_count"]:
                break
            page += 1

    def transactions(self):
        for page in self.pages():
            for t in page:
                yield (t["_id"], t["amount"]["amount"], t["amount"]["currency"],
                       t["recent_status"]["status"])


class Ledger(object):
    """append-only text file, one line per transaction"""

    def __init__(self, path):
        self.path = path
        self.seen = set()
        if os.path.exists(path):
            with open(path) as f:
                self.seen = set(line.split("\t")[0] for line in f)

    def add(self, row):
        if row[0] in self.seen:
            return 0
        with open(self.path, "a") as f:
            f.write("\t".join(str(x) for x in row) + "\n")
        self.seen.add(row[0])
        return 1


def main():
    ledger = Ledger(sys.argv[1])
    exporter = SynapseExporter(os.environ["SYNAPSE_GATEWAY"])
    try:
        added = sum(ledger.add(row) for row in exporter.transactions())
    except LoginNeeded as e:
        print("LOGIN: %s" % e)
        return 3
    except ExportError as e:
        print("FAILED: %s" % e)
        return 1
    print("added %d" % added)
    return 0


if __name__ == "__main__":
    sys.exit(main())
