from __future__ import annotations

from typing import Any

import requests

from errors import KlaviError, error_class

OK = 200
PARTIAL = {201: "extra-authorization", 202: "transactions-missing", 203: "cpf-missing"}


def _code(value: Any) -> int | None:
    try:
        return int(value)
    except (TypeError, ValueError):
        return None


def unwrap(response: requests.Response, *args: Any, **kwargs: Any) -> requests.Response:
    """Response hook: a reply with any code but 200 or a partial one never gets past the session."""
    try:
        body = response.json()
    except ValueError:
        body = {}
    if not isinstance(body, dict):
        body = {}
    code = _code(body.get("code"))
    if code != OK and code not in PARTIAL:
        raise error_class(code)(code, str(body.get("message", response.reason)), response.status_code)
    if response.status_code >= 400:
        raise KlaviError(code, f"code {code} in a failed reply", response.status_code)
    response.klavi_code = code
    return response


def open_session(token: str) -> requests.Session:
    session = requests.Session()
    session.headers.update({"Authorization": f"Bearer {token}", "User-Agent": "acme-klavi/4.1"})
    session.hooks["response"].append(unwrap)
    return session
