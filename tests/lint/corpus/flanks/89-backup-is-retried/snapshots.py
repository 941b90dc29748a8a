"""Daily snapshot: read from Flanks (once), kept on a network drive (which is often away for a second)."""
from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import httpx

from tools import retry, timed


class SnapshotError(Exception):
    def __init__(self, response: httpx.Response, error_code: int | None) -> None:
        super().__init__(f"{response.status_code}/{error_code}")
        self.response = response
        self.error_code = error_code


@timed
def read(http: httpx.Client, product: str, credentials_token: str) -> list[dict[str, Any]]:
    response = http.post(f"/v0/bank/{product}", json={"credentials_token": credentials_token})
    body = response.json()
    error_code = body.get("error_code")
    if response.status_code == 200 and error_code is None:
        return body[f"{product}s"]
    raise SnapshotError(response, error_code)


@retry(times=20)
def keep(folder: Path, name: str, rows: list[dict[str, Any]]) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{name}.json"
    path.write_text(json.dumps(rows))
    return path


def snapshot(http: httpx.Client, folder: Path, credentials_token: str) -> list[Path]:
    return [keep(folder, product, read(http, product, credentials_token)) for product in ("account", "card")]


def production(token: str) -> httpx.Client:
    return httpx.Client(base_url="https://api.flanks.io", headers={"Authorization": f"Bearer {token}"}, timeout=30)
