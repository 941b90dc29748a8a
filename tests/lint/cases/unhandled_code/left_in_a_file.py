# errpact: provider=klavi
"""What a program writes into a file is its result: a diary with a time, data with a reservation; data alone say
nothing."""

import json
import time
from pathlib import Path

import requests

URL = "http://localhost:8080/data/v1/reports"
DAY = 24 * 60 * 60
WAITS = {414: DAY + 60, 415: 31 * 60}
RESERVED = {201: "authorize", 202: "transactions lack", 203: "no cpf"}


class Diary:
    def __init__(self, folder):
        self.folder = Path(folder)
        self.due = {}

    def run(self, reports):
        refused = []
        for report in reports:
            body = requests.get(f"{URL}/{report}", timeout=30).json()
            code = int(body["code"])
            if code == 200:
                self.write(report, body)
            elif code in RESERVED:
                self.write(report, body, RESERVED[code])
            elif code in WAITS:
                self.due[report] = time.time() + WAITS[code]
            else:
                refused.append({"report": report, "code": code})
        return refused

    def write(self, report, body, reservation=None):
        text = json.dumps({"reservation": reservation, "data": body.get("data")})
        (self.folder / f"{report}.json").write_text(text)


def main():
    diary = Diary("out")
    kept = json.loads(Path("due.json").read_text())
    diary.due = {r: t for r, t in kept.items() if t > time.time()}
    refused = diary.run(Path("reports.txt").read_text().split())
    Path("due.json").write_text(json.dumps(diary.due))
    return 1 if refused else 0


def forgetful():
    for report in Path("reports.txt").read_text().split():
        body = requests.get(f"{URL}/{report}", timeout=30).json()
        if int(body["code"]) in (400, 401, 403, 404, 405):  # error: EP201  # error: EP202 201 202 203
            raise SystemError(body["code"])
        with open(f"{report}.json", "w") as out:
            json.dump(body, out)
    return 0
