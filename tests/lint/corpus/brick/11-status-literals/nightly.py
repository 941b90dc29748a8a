from __future__ import annotations

from client import BrickClient, BrickError, MonthlyLimit, Reauthorise


def sync(client: BrickClient, account_id: str, consent_id: str) -> str:
    """Returns the new status of the account; only what we can't explain is raised."""
    try:
        rows = client.transactions(account_id, consent_id)
    except MonthlyLimit as exc:
        return f"limit:{exc.code}"
    except Reauthorise as exc:
        return f"reauthorise:{exc.code}"
    except BrickError:
        raise
    return f"ok:{len(rows)}"
