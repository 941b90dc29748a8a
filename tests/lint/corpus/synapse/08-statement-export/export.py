"""Writes the transactions of a node to CSV: export.py USER NODE OUT"""
import csv
import sys

import requests
from requests.adapters import HTTPAdapter
from urllib3.util import Retry

import settings


class ExportError(Exception):
    @classmethod
    def from_response(cls, response):
        try:
            body = response.json()
        except ValueError:
            body = {}
        error = body.get("error")
        self = cls("HTTP %s error_code=%s %s" % (response.status_code, body.get("error_code"), error))
        self.http_code = response.status_code
        self.error_code = body.get("error_code")
        self.error = error
        return self


class PatientRetry(Retry):
    def get_backoff_time(self):
        return max(settings.BACKOFF, super().get_backoff_time())


def patient_session(gateway):
    retries = PatientRetry(
        total=settings.RETRIES,
        status_forcelist=settings.RETRY_STATUSES,
        allowed_methods={"GET"},
        backoff_factor=settings.BACKOFF,
        raise_on_status=False,
    )
    session = requests.Session()
    session.headers.update({"X-SP-GATEWAY": gateway, "X-SP-USER-IP": "127.0.0.1"})
    for scheme in ("http://", "https://"):
        session.mount(scheme, HTTPAdapter(max_retries=retries))
    return session


class Export:
    def __init__(self, url=settings.SYNAPSE_URL, gateway=settings.SYNAPSE_GATEWAY):
        self.url = url
        self.session = patient_session(gateway)

    def rows(self, user_id, node_id):
        page, pages = 1, 1
        while page <= pages:
            response = self.session.get(
                "%s/v3.1/users/%s/nodes/%s/trans" % (self.url, user_id, node_id),
                params={"page": page, "per_page": 100},
                timeout=30,
            )
            if response.status_code != 200:
                raise ExportError.from_response(response)
            body = response.json()
            pages = int(body["page_count"])
            for row in body["trans"]:
                yield row["_id"], row["amount"]["amount"], row["recent_status"]["status"]
            page += 1

    def write(self, user_id, node_id, out):
        writer = csv.writer(out)
        count = 0
        for row in self.rows(user_id, node_id):
            writer.writerow(row)
            count += 1
        return count


if __name__ == "__main__":
    with open(sys.argv[3], "w", newline="") as target:
        try:
            print(Export().write(sys.argv[1], sys.argv[2], target))
        except ExportError as failure:
            sys.exit(str(failure))
