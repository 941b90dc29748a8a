import requests

API = "https://api.flanks.io"


class FlanksError(Exception):
    code = 0

    def __init__(self, text):
        super().__init__(text)


class Incomplete(FlanksError):
    code = 20001


class StillRetrieving(FlanksError):
    code = 20002


class UnderReview(FlanksError):
    code = 20003


class BadConfiguration(FlanksError):
    code = 40001


class BankDown(FlanksError):
    code = 50001


class WrongBankLogin(FlanksError):
    code = 50002


class ScaNeeded(FlanksError):
    code = 50003


KNOWN = {cls.code: cls for cls in FlanksError.__subclasses__()}


class Flanks:
    def __init__(self, bearer, base_url=API):
        self.base_url = base_url
        self.session = requests.Session()
        self.session.headers["Authorization"] = "Bearer " + bearer

    def holdings(self, credentials_token):
        body = self._post("/v0/bank/credentials/holding", {"credentials_token": credentials_token})
        return [
            (h.get("isin"), h.get("quantity"), h.get("currency"))
            for h in body.get("holdings", [])
        ]

    def _post(self, path, payload):
        r = self.session.post(self.base_url + path, json=payload, timeout=60)
        body = r.json()
        error = KNOWN.get(body.get("error_code"))
        if error is not None:
            raise error(body.get("error") or body.get("message"))
        return body
