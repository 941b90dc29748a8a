import datetime as dt
import json
import urllib.error
import urllib.request

from ..model import Later, Ready, Stuck, Who


class Erp:
    """Our own ERP. Answers 0 when fine and 9 while the nightly batch runs."""

    def __init__(self, root="http://erp.internal"):
        self.root = root

    def pull(self, customer):
        try:
            with urllib.request.urlopen(f"{self.root}/ledger/{customer}", timeout=10) as r:
                body = json.load(r)
        except urllib.error.URLError as exc:
            return Later(dt.timedelta(seconds=30), "net", str(exc))
        if body["code"] == 0:
            return Ready(body["rows"])
        if body["code"] == 9:
            return Later(dt.timedelta(minutes=2), "9", "batch")
        return Stuck(Who.OPS, str(body["code"]), body.get("text", ""))
