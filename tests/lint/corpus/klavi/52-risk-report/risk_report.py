"""Pull the open data report of one consumer for the risk team.

Cron calls this with a CPF and a report id; exit status 0 means that a file was written.
"""
import json
import os
import sys
import time

import requests

BASE_URL = os.getenv("KLAVI_URL", "https://api.klavi.ai/data/v1")
TOKEN = os.getenv("KLAVI_TOKEN", "")
OUT_DIR = os.getenv("RISK_DIR", ".")
HALF_HOUR = 30 * 60
CONNECT_TRIES = 3


class KlaviError(Exception):
    def __init__(self, code, message, hint):
        super().__init__(f"klavi {code}: {message} ({hint})")
        self.code = code
        self.message = message
        self.hint = hint


def _get(url, params):
    tries = 0
    while True:
        tries += 1
        try:
            return requests.get(url, params=params, headers={"Authorization": f"Bearer {TOKEN}"}, timeout=60)
        except requests.exceptions.ConnectionError:
            if tries == CONNECT_TRIES:
                raise
            time.sleep(5)


def hint_for(code):
    if code in (402, 410, 433):
        return "customer must type the credentials again"
    if code in (434, 435):
        return "customer must type the right MFA token"
    if code in (407, 408, 419, 420):
        return "customer must sort it out with the bank first"
    if code in (406, 414):
        return "customer may log in again in 24 hours"
    if code == 415:
        return "registration still not finished after half an hour"
    if code == 403:
        return "bank is down, customer may log in again later"
    if code == 413:
        return "customer must close the other sessions"
    if code in (409, 416, 417, 418):
        return "customer must connect another account"
    if 500 <= code <= 505:
        return "check our partner configuration"
    if code == 404:
        return "open a ticket with klavi"
    return "see the code table"


def get_report(cpf, report_id, base_url=BASE_URL):
    waited = False
    while True:
        body = _get(f"{base_url}/reports/{report_id}", {"cpf": cpf}).json()
        code = int(body["code"])

        if code == 200:
            return {"cpf": cpf, "complete": True, "note": None, "report": body["data"]}
        elif code == 201:
            return {"cpf": cpf, "complete": False, "note": "extra authorization required", "report": body["data"]}
        elif code == 202:
            return {"cpf": cpf, "complete": False, "note": "some transactions missing", "report": body["data"]}
        elif code == 203:
            return {"cpf": cpf, "complete": False, "note": "no CPF in report", "report": body["data"]}
        elif code == 415 and not waited:
            waited = True
            time.sleep(HALF_HOUR)
        else:
            raise KlaviError(code, body.get("message", ""), hint_for(code))


def main():
    cpf, report_id = sys.argv[1], sys.argv[2]
    try:
        result = get_report(cpf, report_id)
    except KlaviError as e:
        print(e, file=sys.stderr)
        return 1
    if not result["complete"]:
        print(f"warning: partial report for {cpf}: {result['note']}", file=sys.stderr)
    with open(os.path.join(OUT_DIR, f"{cpf}.json"), "w") as f:
        json.dump(result, f)
    return 0


if __name__ == "__main__":
    sys.exit(main())
