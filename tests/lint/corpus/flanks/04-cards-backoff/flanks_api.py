"""Thin Flanks API used by the expense product."""
import logging

import backoff
import requests

log = logging.getLogger("flanks")

ERRORS = {
    20001: "data incomplete",
    20002: "data being retrieved",
    20003: "security checks",
    40001: "bad configuration",
    50001: "bank unavailable",
    50002: "wrong bank credentials",
}


class FlanksError(Exception):
    def __init__(self, status, code, text):
        Exception.__init__(self, "%s/%s %s" % (status, code, text))
        self.status = status
        self.code = code


def _log_retry(details):
    log.warning("try %(tries)d failed, next in %(wait).1fs", details)


class Api:
    def __init__(self, token, base="https://api.flanks.io"):
        self.base = base
        self.http = requests.Session()
        self.http.headers["Authorization"] = "Bearer " + token

    @backoff.on_exception(
        backoff.expo,
        FlanksError,
        max_tries=4,
        factor=10,
        giveup=lambda e: e.status == 401,
        on_backoff=_log_retry,
    )
    def post(self, path, **body):
        resp = self.http.post(self.base + path, json=body, timeout=45)
        if resp.status_code == 401 or resp.status_code >= 500:
            raise FlanksError(resp.status_code, None, resp.text)
        answer = resp.json()
        code = answer.get("error_code")
        if code in ERRORS:
            raise FlanksError(resp.status_code, code, ERRORS[code])
        return answer
