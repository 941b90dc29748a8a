"""Downloads the holdings of one customer, waiting while Flanks is still extracting them."""

import http.client
import json
import sys
import time
from collections import namedtuple
from urllib.parse import urlsplit

INCOMPLETE = 20001
PROCESSING = 20002
SCA_ERROR = 20003
CONFIGURATION_ERROR = 40001
BANK_ERROR = 50001
CREDENTIALS_ERROR = 50002
SCA_REQUIRED = 50003

ADVICE = {
    INCOMPLETE: "open a ticket with support@flanks.io",
    SCA_ERROR: "security checks, ask again in one or two days",
    CONFIGURATION_ERROR: "review the request",
    BANK_ERROR: "the bank is down, try later",
    CREDENTIALS_ERROR: "the customer has to review the bank credentials",
    SCA_REQUIRED: "the customer has to complete the 2FA",
}

Reply = namedtuple("Reply", "status body")


class FlanksError(Exception):
    def __init__(self, reply):
        self.status = reply.status
        self.code = reply.body.get("error_code")
        self.text = reply.body.get("error") or reply.body.get("message") or ""
        Exception.__init__(
            self, "HTTP {} / {}: {} ({})".format(self.status, self.code, self.text, self.advice)
        )

    @property
    def advice(self):
        return ADVICE.get(self.code, "see the message")


class StillProcessing(FlanksError):
    pass


class Flanks:
    poll_seconds = 15
    max_polls = 40

    def __init__(self, url, access_token):
        self.url = urlsplit(url)
        self.headers = {
            "Authorization": "Bearer " + access_token,
            "Content-Type": "application/json",
        }

    def _call(self, path, payload):
        cls = http.client.HTTPSConnection if self.url.scheme == "https" else http.client.HTTPConnection
        connection = cls(self.url.hostname, self.url.port, timeout=30)
        try:
            connection.request("POST", path, json.dumps(payload), self.headers)
            response = connection.getresponse()
            raw = response.read()
        finally:
            connection.close()
        try:
            body = json.loads(raw)
        except ValueError:
            body = {"error": raw.decode("utf-8", "replace")[:200]}
        return Reply(response.status, body)

    def _settled(self, payload):
        """False for as long as the extraction runs; the data request then says how it ended."""
        reply = self._call("/v0/credentials/status", payload)
        code = reply.body.get("error_code")
        if code == PROCESSING:
            return False
        if reply.status != 200 or code is not None:
            raise FlanksError(reply)
        return reply.body.get("created") is not False

    def holdings(self, credentials_token):
        payload = {"credentials_token": credentials_token}
        reply = self._call("/v0/investment/portfolio", payload)
        polls = 0
        while reply.body.get("error_code") == PROCESSING:
            if polls == self.max_polls:
                raise StillProcessing(reply)
            polls += 1
            time.sleep(self.poll_seconds)
            if self._settled(payload):
                reply = self._call("/v0/investment/portfolio", payload)
        if reply.status != 200 or "error_code" in reply.body:
            raise FlanksError(reply)
        return reply.body


def main(argv):
    flanks = Flanks("https://api.flanks.io", argv[1])
    try:
        json.dump(flanks.holdings(argv[2]), sys.stdout, indent=2)
    except FlanksError as exc:
        sys.stderr.write("%s\n" % exc)
        return 75 if exc.code in (PROCESSING, SCA_ERROR, BANK_ERROR) else 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv))
