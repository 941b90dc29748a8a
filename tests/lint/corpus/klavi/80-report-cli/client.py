"""Small wrapper over the Klavi open data report endpoint."""
import logging
import time
from dataclasses import dataclass, field

import requests

from exceptions import KlaviConnectionError, TooManyRequests, error_for

logger = logging.getLogger(__name__)

DEFAULT_URL = "https://api.klavi.ai"

# codes that still come with a report
REMARKS = {
    201: "some data still needs the owner's extra authorization",
    202: "some transaction details could not be downloaded",
    203: "the report has no CPF value",
}


@dataclass
class Report:
    data: dict
    code: int = 200
    remarks: list = field(default_factory=list)

    @property
    def complete(self):
        return not self.remarks


class KlaviClient:
    def __init__(self, partner_code, partner_token, base_url=DEFAULT_URL, timeout=30):
        self.base_url = base_url.rstrip("/")
        self.timeout = timeout
        self.session = requests.Session()
        self.session.headers.update({
            "x-partner-code": partner_code,
            "x-partner-token": partner_token,
            "Accept": "application/json",
        })

    def get_report(self, cpf, product):
        """Returns a Report; look at .complete before using it for scoring."""
        delay = 10
        for attempt in range(4):
            try:
                return self._fetch(cpf, product)
            except TooManyRequests:
                if attempt == 3:
                    raise
                logger.info("klavi asked us to slow down, sleeping %ss", delay)
                time.sleep(delay)
                delay *= 3

    def _fetch(self, cpf, product):
        url = "%s/opendata/v1/report/%s" % (self.base_url, product)
        try:
            response = self.session.get(url, params={"cpf": cpf}, timeout=self.timeout)
            body = response.json()
        except requests.RequestException as exc:
            raise KlaviConnectionError("GET %s failed: %s" % (url, exc)) from exc

        code = int(body["code"])
        if code == 200:
            return Report(body["data"])
        if code in REMARKS:
            return Report(body["data"], code=code, remarks=[REMARKS[code]])
        raise error_for(code, body.get("message"))
