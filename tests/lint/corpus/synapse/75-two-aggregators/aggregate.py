from __future__ import annotations

import logging
from collections.abc import Callable
from typing import Any

from plaid_link import PlaidError
from synapse_link import SynapseLinkError

log = logging.getLogger(__name__)


def relink_needed(exc: Exception) -> bool:
    if isinstance(exc, PlaidError):
        return exc.error_code == "ITEM_LOGIN_REQUIRED"
    if isinstance(exc, SynapseLinkError):
        return exc.error_code == "110"
    return False


def collect(source: Callable[[], list[dict[str, Any]]]) -> tuple[list[dict[str, Any]], str | None]:
    """Accounts and, if the customer has to link again, the code that says so."""
    try:
        return source(), None
    except (PlaidError, SynapseLinkError) as exc:
        if not relink_needed(exc):
            raise
        log.info("relink: %s", exc.error_code)
        return [], exc.error_code
