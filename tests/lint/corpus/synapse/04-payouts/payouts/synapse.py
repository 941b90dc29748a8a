import json
import random
import time
from contextlib import contextmanager

import urllib3

from payouts.results import Err, Ok

BUSY = frozenset({"429", "503"})


@contextmanager
def patient(pool_error=urllib3.exceptions.NewConnectionError):
    """Names the host in connection trouble."""
    try:
        yield
    except pool_error as exc:
        raise ConnectionError(f"synapse unreachable: {exc}") from exc


class SynapseTransport:
    def __init__(self, gateway, user, base="https://api.synapsefi.com/v3.1", tries=4, nap=time.sleep):
        self.base, self.tries, self.nap = base, tries, nap
        self.headers = {"X-SP-GATEWAY": gateway, "X-SP-USER": user, "Content-Type": "application/json"}
        self.pool = urllib3.PoolManager(retries=False, timeout=urllib3.Timeout(5, read=60))

    def send(self, method, path, doc=None, key=None):
        headers = dict(self.headers)
        if key:
            headers["X-SP-IDEMPOTENCY-KEY"] = key
        result = None
        for n in range(self.tries):
            if n:
                self.nap(5 * 2 ** n + random.random())
            with patient():
                resp = self.pool.request(
                    method, self.base + path, headers=headers,
                    body=None if doc is None else json.dumps(doc),
                )
            result = self._read(resp)
            if isinstance(result, Ok) or result.code not in BUSY:
                break
        return result

    @staticmethod
    def _read(resp):
        body = json.loads(resp.data or b"{}")
        code = str(body.get("error_code", "0"))
        if resp.status in (200, 202) and code in ("0", "10"):
            return Ok(body, settled=resp.status == 200 and code == "0")
        reason = body.get("error") or {}
        return Err(resp.status, code, reason.get("en", "no reason given"))
