from __future__ import annotations

from models import BankNode

HINTS = {"110": "ask the customer to link again", "410": "this bank can't be refreshed"}


def hint(node: BankNode) -> str:
    kind, _, rest = node.status.partition(":")
    code = rest.rpartition(":")[2]
    return HINTS.get(code, f"look up {rest}") if kind == "error" else ""
