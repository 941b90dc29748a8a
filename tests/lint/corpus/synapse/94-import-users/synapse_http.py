import http.client
import json
from urllib.parse import urlsplit


class ApiError(Exception):
    """Any answer of Synapse that isn't a plain success."""

    def __init__(self, status, error_code, text, field=None):
        super().__init__("%s (http %d, error_code %s)" % (text, status, error_code))
        self.status = status
        self.error_code = error_code
        self.field = field


class KeyInUse(ApiError):
    pass


class StopImport(ApiError):
    """Going on with the remaining rows makes no sense now."""


STOPPERS = {"100", "120", "300", "429", "503"}


class Synapse:
    def __init__(self, gateway, base_url="https://api.synapsefi.com/v3.1"):
        self._parts = urlsplit(base_url)
        self._gateway = gateway

    def _connection(self):
        cls = http.client.HTTPSConnection if self._parts.scheme == "https" else http.client.HTTPConnection
        return cls(self._parts.netloc, timeout=30)

    def request(self, method, path, payload=None, key=None):
        headers = {"X-SP-GATEWAY": self._gateway, "Content-Type": "application/json"}
        if key:
            headers["X-SP-IDEMPOTENCY-KEY"] = key
        connection = self._connection()
        try:
            body = None if payload is None else json.dumps(payload)
            connection.request(method, self._parts.path + path, body, headers)
            response = connection.getresponse()
            document = json.loads(response.read())
        finally:
            connection.close()
        code = str(document.get("error_code", "0"))
        if code in ("0", "10"):
            return code, document
        error = document.get("error") or {}
        args = response.status, code, error.get("en", ""), next((k for k in error if k != "en"), None)
        if code == "450":
            raise KeyInUse(*args)
        if code in STOPPERS:
            raise StopImport(*args)
        raise ApiError(*args)
