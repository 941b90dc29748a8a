"""Signs the short-lived JWT that Khipu wants. No request is made here."""
from __future__ import annotations

import base64
import hashlib
import hmac
import itertools
import json
import time
from dataclasses import dataclass, field

_serial = itertools.count(1)


def _b64(raw: bytes) -> str:
    return base64.urlsafe_b64encode(raw).rstrip(b"=").decode()


@dataclass
class TokenSource:
    merchant: str
    secret: str
    ttl: int = 600
    _current: str = field(default="", repr=False)

    def current(self) -> str:
        return self._current or self.renew()

    def renew(self) -> str:
        claims = {"iss": self.merchant, "exp": int(time.time()) + self.ttl, "jti": next(_serial)}
        head = _b64(b'{"alg":"HS256","typ":"JWT"}') + "." + _b64(json.dumps(claims).encode())
        mac = hmac.new(self.secret.encode(), head.encode(), hashlib.sha256).digest()
        self._current = f"{head}.{_b64(mac)}"
        return self._current
