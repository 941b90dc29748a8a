"""Label printers in the office. They speak HTTP, have an `http_code` and an `error_code`, and jam."""

from __future__ import annotations

import time

import urllib3

from .synapse import SynapseError


class Printer:
    def __init__(self, address: str) -> None:
        self.address = address
        self.pool = urllib3.PoolManager()

    def label(self, text: str) -> bool:
        for _ in range(10):
            reply = self.pool.request("POST", f"http://{self.address}/print", body=text)
            body = reply.json()
            if body["error_code"] in ("110", "400", "450") or body["http_code"] == "409":
                time.sleep(2)
                continue
            return body["error_code"] == "0"
        return False


def explain(error: SynapseError, printer: Printer) -> None:
    printer.label(f"{error.http_code} {error.error_code}")
