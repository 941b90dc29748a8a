"""Second leg of the Flanks Link redirect: swaps the `code` of the callback URL for a credentials token."""
from __future__ import annotations

import json
import urllib.error
import urllib.parse
import urllib.request
from dataclasses import dataclass
from datetime import datetime, timezone
from typing import Any, Mapping

from faults import AccessRefused, FlanksFault, SecurityChecks


@dataclass(frozen=True)
class Exchange:
    credentials_token: str
    usable_from: datetime | None = None         # None: right away

    @property
    def under_review(self) -> bool:
        return self.usable_from is not None


class LinkExchange:
    def __init__(self, client_id: str, client_secret: str, base_url: str = "https://api.flanks.io") -> None:
        self._id, self._secret = client_id, client_secret
        self._base = base_url
        self._access: str | None = None

    def callback(self, url: str) -> Exchange:
        query = dict(urllib.parse.parse_qsl(urllib.parse.urlsplit(url).query))
        if "code" not in query:
            raise ValueError("the user left the widget: %s" % query.get("error", "no code"))
        return self.exchange(query["code"])

    def exchange(self, code: str) -> Exchange:
        payload = {"code": code}
        try:
            status, body = self._authorised("/v0/platform/link/credentials-token", payload)
        except AccessRefused:
            if self._access is None:            # it was the login that was refused
                raise
            self._access = None
            status, body = self._authorised("/v0/platform/link/credentials-token", payload)
        if status == 202 and body.get("error_code") == 20003:
            ready = datetime.now(timezone.utc) + SecurityChecks.resume_after
            return Exchange(body["credentials_token"], usable_from=ready)
        if status != 200 or "error_code" in body or "error" in body:
            raise FlanksFault.of(status, body)
        return Exchange(body["credentials_token"])

    def _authorised(self, path: str, payload: Mapping[str, Any]) -> tuple[int, dict[str, Any]]:
        if self._access is None:
            status, grant = self._post("/v0/token", {
                "grant_type": "client_credentials", "client_id": self._id, "client_secret": self._secret,
            })
            if status != 200 or not grant.get("access_token"):
                raise FlanksFault.of(status, grant)
            self._access = grant["access_token"]
        return self._post(path, payload, {"Authorization": "Bearer " + self._access})

    def _post(self, path: str, payload: Mapping[str, Any], headers: Mapping[str, str] = {}) -> tuple[int, dict[str, Any]]:
        request = urllib.request.Request(
            self._base + path, json.dumps(payload).encode(), {"Content-Type": "application/json", **headers}
        )
        try:
            with urllib.request.urlopen(request, timeout=30) as answer:
                return answer.status, _decoded(answer.read())
        except urllib.error.HTTPError as refusal:
            raise FlanksFault.of(refusal.code, _decoded(refusal.read())) from None


def _decoded(raw: bytes) -> dict[str, Any]:
    try:
        body = json.loads(raw)
    except ValueError:
        body = None
    return body if isinstance(body, dict) else {"error": raw[:200].decode("utf-8", "replace")}
