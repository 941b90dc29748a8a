import logging

import requests
from tenacity import before_sleep_log, retry, retry_if_exception_type, stop_after_attempt, wait_exponential

log = logging.getLogger(__name__)


class KlaviError(Exception):
    def __init__(self, code, message):
        super().__init__(f"klavi {code}: {message}")
        self.code = code
        self.message = message


class Busy(KlaviError):
    """something on the other side, worth another go"""


class AskUser(KlaviError):
    """the user has to do something"""


class Tomorrow(KlaviError):
    """not before 24h"""


class HalfHour(KlaviError):
    """device registration, 30 min"""


class NoAccounts(KlaviError):
    pass


class OurConfig(KlaviError):
    pass


ERRORS = {
    400: OurConfig,
    402: AskUser,
    403: Busy,
    405: NoAccounts,
    406: Tomorrow,
    407: AskUser,
    408: AskUser,
    409: AskUser,
    410: AskUser,
    413: Busy,
    414: Tomorrow,
    415: HalfHour,
    429: Busy,
    433: AskUser,
    500: Busy,
    501: OurConfig,
    502: OurConfig,
    503: OurConfig,
    504: OurConfig,
}

PARTIAL = {201: "extra_authorization", 202: "transactions_incomplete", 203: "no_cpf"}


class KlaviLink:
    def __init__(self, token, base_url="https://api.klavi.ai"):
        self.base_url = base_url
        self.s = requests.Session()
        self.s.headers["Authorization"] = f"Bearer {token}"

    @retry(
        retry=retry_if_exception_type(Busy),
        stop=stop_after_attempt(3),
        wait=wait_exponential(multiplier=120, max=900),
        before_sleep=before_sleep_log(log, logging.WARNING),
        reraise=True,
    )
    def connect(self, link_id, bank, fields):
        resp = self.s.post(
            f"{self.base_url}/v1/links/{link_id}/connect",
            json={"institutionCode": bank, "credentials": fields},
            timeout=120,
        )
        body = resp.json()
        code = int(body["code"])
        if code == 200:
            return {"connection": body["data"], "partial": None}
        if code in PARTIAL:
            return {"connection": body.get("data"), "partial": PARTIAL[code]}
        raise ERRORS[code](code, body.get("message"))
