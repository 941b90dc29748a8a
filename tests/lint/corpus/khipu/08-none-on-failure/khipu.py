from __future__ import annotations

import logging
from contextlib import contextmanager
from typing import Any, Iterator

import requests

logger = logging.getLogger("khipu")
URL = "https://api.khipu.com/v1/cl"


class KhipuError(RuntimeError):
    def __init__(self, error: dict[str, str]) -> None:
        super().__init__(error["Code"], error["Type"])
        self.error = error


class KhipuAuthError(KhipuError):
    pass


def call(token: str, path: str, payload: dict[str, Any], url: str = URL) -> dict[str, Any]:
    r = requests.post(f"{url}/{path}", json=payload, headers={"Authorization": f"Bearer {token}"}, timeout=60)
    body = r.json()
    if err := body.get("Error"):
        raise (KhipuAuthError if err["Code"] == "A000" else KhipuError)(err)
    return body["Data"]


@contextmanager
def tolerate(what: str) -> Iterator[None]:
    """Bank data is a nice-to-have in scoring: go on without it."""
    try:
        yield
    except KhipuError as exc:
        logger.warning("no %s: %s", what, exc)
