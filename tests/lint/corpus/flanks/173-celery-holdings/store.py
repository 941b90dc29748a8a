"""Seam to the wealth database; the production module has the same functions."""
from __future__ import annotations

from types import SimpleNamespace
from typing import Any

EVENTS: list[tuple[str, tuple[Any, ...]]] = []


def credential(credential_id: int) -> SimpleNamespace:
    return SimpleNamespace(id=credential_id, tenant_id=1, client_id=9, credentials_token="cred")


def tenant(tenant_id: int) -> SimpleNamespace:
    return SimpleNamespace(id=tenant_id, flanks_url="https://api.flanks.io", flanks_token="tok")


def credential_ids(tenant_id: int) -> list[int]:
    return [1]


def save_holdings(credential_id: int, rows: list[dict], *, complete: bool, gaps: list) -> None:
    EVENTS.append(("saved", (credential_id, len(rows), complete, gaps)))


def record_failure(*args: Any) -> None:
    EVENTS.append(("failure", args))


def notify_client(*args: Any) -> None:
    EVENTS.append(("client", args))


def open_ticket(*args: Any) -> None:
    EVENTS.append(("ticket", args))


def page_platform_team(*args: Any) -> None:
    EVENTS.append(("platform", args))


def queue_for_review(*args: Any) -> None:
    EVENTS.append(("review", args))
