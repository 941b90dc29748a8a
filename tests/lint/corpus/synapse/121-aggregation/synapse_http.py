import json
import logging
import time
import urllib.error
import urllib.request

logger = logging.getLogger(__name__)

TEMPORARY = ("429", "500", "503")


class SynapseError(Exception):
    def __init__(self, http_code, error_code, text):
        super().__init__("%s/%s %s" % (http_code, error_code, text))
        self.http_code = http_code
        self.error_code = error_code
        self.text = text


def with_patience(func, attempts=4, pause=15):
    for n in range(attempts):
        try:
            return func()
        except SynapseError as exc:
            if exc.error_code not in TEMPORARY or n == attempts - 1:
                raise
            logger.info("%s, waiting %ds", exc, pause * (n + 1))
            time.sleep(pause * (n + 1))


class Connection:
    def __init__(self, base_url, gateway, user_token):
        self.base_url = base_url
        self.headers = {
            "X-SP-GATEWAY": gateway,
            "X-SP-USER": user_token,
            "Content-Type": "application/json",
        }

    def request(self, method, path, payload=None):
        data = None if payload is None else json.dumps(payload).encode()
        req = urllib.request.Request(self.base_url + path, data=data, headers=self.headers, method=method)
        try:
            with urllib.request.urlopen(req, timeout=60) as resp:
                return json.load(resp)
        except urllib.error.HTTPError as exc:
            body = json.loads(exc.read() or b"{}")
            raise SynapseError(
                str(exc.code), str(body.get("error_code")), (body.get("error") or {}).get("en", "")
            ) from None
