from __future__ import annotations

import json
import urllib.error
import urllib.request

from domain import Failure, Result, Success


def post(url: str, token: str, payload: dict[str, str]) -> Result:
    request = urllib.request.Request(
        url,
        data=json.dumps(payload).encode(),
        headers={"Authorization": f"Bearer {token}", "Content-Type": "application/json"},
    )
    try:
        with urllib.request.urlopen(request, timeout=120) as response:
            body = json.load(response)
    except urllib.error.HTTPError as exc:
        body = json.load(exc)
    if body["Status"] == "OK":
        return Success(body["Data"])
    return Failure(body["Error"]["Code"], body["Error"]["Type"], body["Error"]["Description"])
