import requests

from exceptions import BY_CODE, FlanksError


class FlanksClient:
    BASE_URL = "https://api.flanks.io"

    def __init__(self, access_token: str, base_url: str = BASE_URL, timeout: float = 30.0):
        self.base_url = base_url
        self.timeout = timeout
        self.session = requests.Session()
        self.session.headers["Authorization"] = "Bearer " + access_token

    def _post(self, path: str, payload: dict):
        response = self.session.post(
            self.base_url + path,
            json=payload,
            timeout=self.timeout,
        )
        body = response.json()
        if response.status_code == 200:
            return body
        code = body["error_code"]
        message = body.get("error") or body.get("message", "")
        raise BY_CODE.get(code, FlanksError)(message, code=code, status=response.status_code)

    def portfolio(self, credentials_token: str):
        return self._post("/v0/bank/credentials/portfolio", {"credentials_token": credentials_token})

    def investments(self, credentials_token: str):
        return self._post("/v0/bank/credentials/investment", {"credentials_token": credentials_token})
