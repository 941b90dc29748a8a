from __future__ import annotations

import json
import urllib.error
import urllib.request
from typing import Any, ClassVar


class SynapseProblem(Exception):
    registry: ClassVar[dict[str, type["SynapseProblem"]]] = {}

    def __init_subclass__(cls, codes: tuple[str, ...] = (), **kw: Any) -> None:
        super().__init_subclass__(**kw)
        for code in codes:
            SynapseProblem.registry[code] = cls

    def __init__(self, http_code: str, error_code: str, text: str) -> None:
        super().__init__(f"{http_code}/{error_code} {text}")
        self.http_code, self.error_code, self.text = http_code, error_code, text

    @classmethod
    def from_body(cls, status: int, raw: bytes) -> "SynapseProblem":
        try:
            body = json.loads(raw)
            error_code = str(body["error_code"])
            http_code = str(body.get("http_code", status))
            text = (body.get("error") or {}).get("en", "")
        except (ValueError, KeyError, TypeError, AttributeError):
            return cls(str(status), "", raw[:200].decode("utf-8", "replace"))
        return cls.registry.get(error_code, cls)(http_code, error_code, text)


class ValueRefused(SynapseProblem, codes=("400",)):
    """Balance, MFA answer, micro deposits."""


class KeyInUse(SynapseProblem, codes=("450",)):
    """This idempotency key has been seen before."""


class ActionPending(SynapseProblem, codes=("10",)):
    """Accepted, but something is still to be done for it."""


class OurCredentials(SynapseProblem, codes=("100", "110", "120")):
    pass


class NotPermitted(SynapseProblem, codes=("300", "410")):
    pass


class Synapse:
    def __init__(self, gateway: str, user: str, base_url: str = "https://api.synapsefi.com/v3.1") -> None:
        self.base_url = base_url
        self.headers = {"X-SP-GATEWAY": gateway, "X-SP-USER": user, "Content-Type": "application/json"}

    def _send(self, method: str, path: str, payload: dict | None = None, **extra: str) -> dict[str, Any]:
        request = urllib.request.Request(
            self.base_url + path,
            method=method,
            data=None if payload is None else json.dumps(payload).encode(),
            headers={**self.headers, **extra},
        )
        try:
            with urllib.request.urlopen(request, timeout=45) as answer:
                body = json.load(answer)
                if answer.status == 202 or str(body.get("error_code", "0")) == "10":
                    raise ActionPending("202", "10", body.get("message") or "")
                return body
        except urllib.error.HTTPError as exc:
            raise SynapseProblem.from_body(exc.code, exc.read()) from exc

    def pay(self, user: str, node: str, payload: dict, key: str) -> dict[str, Any]:
        path = f"/users/{user}/nodes/{node}/trans"
        try:
            return self._send("POST", path, payload, **{"X-SP-IDEMPOTENCY-KEY": key})
        except KeyInUse:
            found = self._find(path, payload["extra"]["supp_id"])
            if found is None:
                raise
            return found

    def _find(self, path: str, supp_id: str) -> dict[str, Any] | None:
        page = 1
        while True:
            listing = self._send("GET", f"{path}?page={page}&per_page=100")
            for trans in listing["trans"]:
                if trans["extra"]["supp_id"] == supp_id:
                    return trans
            if page >= listing["page_count"]:
                return None
            page += 1
