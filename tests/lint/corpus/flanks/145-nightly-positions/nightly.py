"""Nightly pull of client positions from Flanks into our S3 dump.

    python nightly.py tokens.txt > out.json
"""
import json
import os
import sys
import time

import requests

API = os.environ.get("FLANKS_API", "https://api.flanks.io")


class FlanksError(Exception):
    def __init__(self, status, error_code, error):
        Exception.__init__(self, f"{status} {error_code}: {error}")
        self.status = status
        self.error_code = error_code
        self.error = error


class Nightly:
    def __init__(self, api=API, client_id="", client_secret="", polls=20, pause=30):
        self.api = api
        self.client_id = client_id
        self.client_secret = client_secret
        self.polls = polls
        self.pause = pause
        self.bearer = None
        self.http = requests.Session()
        self.counts = {}

    def login(self):
        r = self.http.post(
            self.api + "/v0/token",
            json={
                "grant_type": "client_credentials",
                "client_id": self.client_id,
                "client_secret": self.client_secret,
            },
            timeout=20,
        )
        r.raise_for_status()
        self.bearer = r.json()["access_token"]

    def query(self, path, credentials_token):
        body = {}
        for _ in range(self.polls):
            r = self.http.post(
                self.api + path,
                json={"credentials_token": credentials_token},
                headers={"Authorization": f"Bearer {self.bearer}"},
                timeout=60,
            )
            if r.status_code == 200:
                return r.json()
            try:
                body = r.json()
            except ValueError:
                body = {"error": r.text}
            if body.get("error_code") == "20002":
                time.sleep(self.pause)
                continue
            break
        raise FlanksError(r.status_code, body.get("error_code"), body.get("error"))

    def portfolios(self, tok):
        try:
            return self.query("/v0/bank/portfolio", tok)
        except FlanksError:
            print("portfolio: nothing for", tok[:6], file=sys.stderr)
            return []

    def accounts(self, tok):
        try:
            return self.query("/v0/bank/account", tok)
        except FlanksError as e:
            print("accounts:", tok[:6], e, file=sys.stderr)
            raise

    def pull(self, tok):
        accounts = self.accounts(tok)
        positions = []
        for p in self.portfolios(tok):
            for pos in p.get("positions", []):
                positions.append({"portfolio": p.get("id"), **pos})
        self.counts[tok] = len(positions)
        return {"token": tok, "accounts": accounts, "positions": positions}


def main():
    job = Nightly(client_id=os.environ["FLANKS_ID"], client_secret=os.environ["FLANKS_SECRET"])
    job.login()
    failed = {}
    for line in open(sys.argv[1]):
        tok = line.strip()
        if not tok:
            continue
        try:
            print(json.dumps(job.pull(tok)))
        except FlanksError as e:
            failed[tok] = str(e)
    for tok, why in failed.items():
        print("FAILED", tok[:6], why, file=sys.stderr)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
