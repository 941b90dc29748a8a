from __future__ import annotations

import sqlite3
from datetime import datetime, timezone

from brick_errors import BrickError
from consent_client import ConsentClient


def sync_consents(client: ConsentClient, db: sqlite3.Connection) -> dict[str, int]:
    tally = {"ok": 0, "failed": 0}
    rows = db.execute("SELECT consent_id FROM consent WHERE closed_at IS NULL").fetchall()
    for (consent_id,) in rows:
        now = datetime.now(timezone.utc).isoformat()
        try:
            status = client.consent(consent_id)["status"]
        except BrickError as exc:
            tally["failed"] += 1
            db.execute(
                "UPDATE consent SET error_status = ?, error_code = ?, error_text = ?, checked_at = ? "
                "WHERE consent_id = ?",
                (exc.status, exc.code, str(exc), now, consent_id),
            )
        else:
            tally["ok"] += 1
            db.execute(
                "UPDATE consent SET status = ?, error_code = NULL, checked_at = ?, "
                "closed_at = CASE WHEN ? IN ('REJECTED', 'CONSUMED') THEN ? END WHERE consent_id = ?",
                (status, now, status, now, consent_id),
            )
        db.commit()
    return tally
