"""Copies the finished Klavi reports of yesterday's CPFs into the landing zone (one JSON per CPF).

    python landing_reports.py cpfs.txt /data/landing/klavi
"""
import argparse
import json
import logging
import os
import pathlib
import sys

import backoff
import requests

log = logging.getLogger("landing.klavi")
BASE_URL = os.environ.get("KLAVI_URL", "https://api.klavi.ai")


class KlaviError(Exception):
    def __init__(self, code, message):
        super().__init__(f"[{code}] {message}")
        self.code = code
        self.message = message


def our_fault(exc):
    return isinstance(exc, KlaviError) and 400 <= exc.code < 500


class ReportReader:
    def __init__(self, partner_code, partner_token, base_url=BASE_URL):
        self.base_url = base_url.rstrip("/")
        self.session = requests.Session()
        self.session.headers["X-Partner-Code"] = partner_code
        self.session.headers["X-Partner-Token"] = partner_token

    @backoff.on_exception(
        backoff.expo,
        (requests.ConnectionError, KlaviError),
        max_tries=4,
        giveup=our_fault,
    )
    def report(self, cpf):
        resp = self.session.get(f"{self.base_url}/data/v1/reports/{cpf}", timeout=40)
        body = resp.json()
        code = int(body["code"])
        if code >= 300:
            raise KlaviError(code, body.get("message", ""))
        return body["data"]


def main(argv=None):
    parser = argparse.ArgumentParser()
    parser.add_argument("cpfs", type=pathlib.Path)
    parser.add_argument("target", type=pathlib.Path)
    args = parser.parse_args(argv)

    reader = ReportReader(os.environ["KLAVI_PARTNER"], os.environ["KLAVI_TOKEN"])
    failed = {}
    for cpf in filter(None, args.cpfs.read_text().split()):
        try:
            data = reader.report(cpf)
        except KlaviError as exc:
            failed[cpf] = (exc.code, exc.message)
            log.error("%s: %s", cpf, exc)
            continue
        (args.target / f"{cpf}.json").write_text(json.dumps(data, ensure_ascii=False))
    (args.target / "_failed.json").write_text(json.dumps(failed, ensure_ascii=False))
    return 1 if failed else 0


if __name__ == "__main__":
    logging.basicConfig(level=logging.INFO)
    sys.exit(main())
