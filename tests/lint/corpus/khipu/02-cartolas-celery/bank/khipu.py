import os

import requests


class KhipuError(Exception):
    def __init__(self, code, kind, description):
        super().__init__("%s (%s): %s" % (code, kind, description))
        self.code = code
        self.kind = kind
        self.description = description

    @property
    def is_logon(self):
        return self.code.startswith("E1")


class BankConnector:
    """One connector per customer credential."""

    def __init__(self, credential, session=None):
        self.credential = credential
        self.session = session or requests.Session()
        self.session.headers["Authorization"] = "Bearer " + os.environ.get("KHIPU_JWT", "")
        self.root = os.environ.get("KHIPU_ROOT", "https://api.khipu.com/v1")

    def _ask(self, what, **extra):
        payload = {"Username": self.credential.username, "Password": self.credential.password}
        payload.update(extra)
        url = "%s/%s/%s" % (self.root, self.credential.bank, what)
        doc = self.session.post(url, json=payload, timeout=120).json()
        if doc["Status"] != "OK":
            e = doc["Error"]
            raise KhipuError(e["Code"], e["Type"], e["Description"])
        return doc["Data"]

    def statements(self, month):
        return self._ask("statements", Month=month)

    def balance(self):
        return self._ask("balance")
