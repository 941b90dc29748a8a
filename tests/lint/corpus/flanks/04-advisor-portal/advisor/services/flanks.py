import requests
from django.conf import settings

from .exceptions import BankProblem, DataNotReady, FlanksError, InvalidRequest


class FlanksService:
    base_url = "https://api.flanks.io"

    def __init__(self, token=None):
        self.token = token or settings.FLANKS_TOKEN

    def _call(self, path, data):
        response = requests.post(
            self.base_url + path,
            json=data,
            headers={"Authorization": f"Bearer {self.token}"},
            timeout=30,
        )
        payload = response.json()
        if isinstance(payload, dict) and "error_code" in payload:
            self._raise_for_code(payload, response.status_code)
        if response.status_code != 200:
            raise FlanksError(payload.get("error"), status=response.status_code)
        return payload

    def _raise_for_code(self, payload, status):
        code = payload["error_code"]
        text = payload.get("error") or payload.get("message")
        if code >= 20000:
            raise DataNotReady(text, code, status)
        elif code >= 40000:
            raise InvalidRequest(text, code, status)
        elif code >= 50000:
            raise BankProblem(text, code, status)
        raise FlanksError(text, code, status)

    def investments(self, credentials_token):
        return self._call("/v0/bank/investments", {"credentials_token": credentials_token})

    def liabilities(self, credentials_token):
        return self._call("/v0/bank/liabilities", {"credentials_token": credentials_token})
