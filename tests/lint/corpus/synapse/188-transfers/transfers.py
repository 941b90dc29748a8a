"""Transfers between nodes. The idempotency key is the id of our own ledger entry."""
from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from errors import SynapseError
from synapse_client import SynapseClient

KEY_IN_USE = "450"


@dataclass(frozen=True)
class LedgerEntry:
    entry_id: str
    user_id: str
    from_node: str
    to_node: str
    amount: Decimal


@dataclass(frozen=True)
class Transfer:
    trans_id: str
    status: str
    needs_action: bool = False
    found_after: str | None = None


def submit(client: SynapseClient, entry: LedgerEntry) -> Transfer:
    path = f"/users/{entry.user_id}/nodes/{entry.from_node}/trans"
    payload = {
        "to": {"type": "SYNAPSE-US", "id": entry.to_node},
        "amount": {"amount": float(entry.amount), "currency": "USD"},
        "extra": {"supp_id": entry.entry_id, "ip": "10.0.0.1"},
    }
    try:
        answer = client.request("POST", path, json=payload, headers={"X-SP-IDEMPOTENCY-KEY": entry.entry_id})
    except SynapseError as exc:
        if exc.error_code != KEY_IN_USE:
            raise
        return _find(client, path, entry, exc)
    if answer.pending:
        return Transfer(answer.body.get("_id", ""), "ACCEPTED", needs_action=True)
    return Transfer(answer.body.get("_id", ""), _status(answer.body))


def _find(client: SynapseClient, path: str, entry: LedgerEntry, exc: SynapseError) -> Transfer:
    """The key was used before, by a run of ours that didn't see the answer: look the transaction up."""
    answer = client.request("GET", path, params={"query": entry.entry_id})
    for trans in answer.body.get("trans") or []:
        if (trans.get("extra") or {}).get("supp_id") == entry.entry_id:
            return Transfer(trans.get("_id", ""), _status(trans), found_after=exc.error_code)
    raise exc


def _status(trans: dict[str, Any]) -> str:
    return (trans.get("recent_status") or {}).get("status", "UNKNOWN")
