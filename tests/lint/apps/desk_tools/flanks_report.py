"""A script of the back office: reads from Flanks, mails a report, keeps a log in a spreadsheet service."""

import argparse
import csv
import os
import smtplib
import sys
import time
from urllib.error import HTTPError
from urllib.request import Request, urlopen
import json

SHEETS = "https://sheets.googleapis.com/v4/spreadsheets"


def flanks(token, credentials):
    request = Request(
        "https://api.flanks.io/v0/bank/account",
        data=json.dumps({"credentials_token": credentials}).encode(),
        headers={"Authorization": f"Bearer {token}"},
        method="POST",
    )
    try:
        with urlopen(request, timeout=30) as response:
            status, body = response.status, json.load(response)
    except HTTPError as refused:
        status, body = refused.code, json.loads(refused.read())
    if status != 200:
        return None, (status, body.get("error_code"), body.get("error"))
    return body, None


def append(sheet, row):
    for pause in (1, 2, 4):
        try:
            urlopen(Request(f"{SHEETS}/{sheet}/values/A1:append", data=json.dumps(row).encode()), timeout=10)
            return
        except HTTPError as refused:
            if refused.code in (400, 401, 404):
                print("sheet:", refused.code, file=sys.stderr)
            time.sleep(pause)


def upload(path):
    """To whatever address the desk has configured."""
    with open(path, "rb") as file:
        while True:
            try:
                return urlopen(Request(os.environ["ARCHIVE_URL"], data=file.read(), method="PUT"), timeout=60).status
            except HTTPError:
                time.sleep(5)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("credentials")
    parser.add_argument("--code", type=int, default=40001, help="branch of the bank")
    options = parser.parse_args()
    accounts, problem = flanks(os.environ["FLANKS_TOKEN"], options.credentials)
    if problem is not None:
        append("log", [time.time(), *problem])
        sys.exit(f"flanks: {problem}")
    if options.code == 40001:
        print("head office")
    with open("report.csv", "w", newline="") as file:
        csv.writer(file).writerows([a["iban"], a["balance"]] for a in accounts)
    try:
        smtplib.SMTP("localhost").sendmail("a@b.example", "c@d.example", "report.csv")
    except smtplib.SMTPResponseException as error:
        if error.smtp_code in (450, 451):
            time.sleep(60)
            smtplib.SMTP("localhost").sendmail("a@b.example", "c@d.example", "report.csv")
    upload("report.csv")


if __name__ == "__main__":
    main()
