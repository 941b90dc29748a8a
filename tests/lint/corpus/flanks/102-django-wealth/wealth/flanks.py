import requests
from django.conf import settings

TIMEOUT = 40

INCOMPLETE = 20001
PROCESSING = 20002
SCA_ERROR = 20003
CONFIGURATION_ERROR = 40001
BANK_ERROR = 50001
CREDENTIALS_ERROR = 50002
SCA_REQUIRED = 50003


class FlanksError(Exception):
    def __init__(self, status, code, text):
        super().__init__("HTTP {} code {}: {}".format(status, code, text))
        self.status = status
        self.code = code
        self.text = text


class UserActionNeeded(FlanksError):
    """The user has to do something at the connection screen."""


def _post(path, payload):
    response = requests.post(
        getattr(settings, "FLANKS_URL", "https://api.flanks.io") + path,
        json=payload,
        headers={"Authorization": "Bearer " + settings.FLANKS_TOKEN},
        timeout=TIMEOUT,
    )
    body = response.json()
    if response.status_code >= 400:
        code = body.get("error_code")
        klass = UserActionNeeded if code in (CREDENTIALS_ERROR, SCA_REQUIRED) else FlanksError
        raise klass(response.status_code, code, body.get("error"))
    return body


def exchange_link_code(link_code):
    return _post("/v0/platform/link", {"code": link_code})


def investments(credentials_token):
    return _post("/v0/bank/credentials/investment", {"credentials_token": credentials_token})
