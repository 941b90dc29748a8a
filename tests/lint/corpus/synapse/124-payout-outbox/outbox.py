from __future__ import annotations

import json
import sqlite3

from synapse_http import ActionPending, NotPermitted, OurCredentials, Synapse, SynapseProblem, ValueRefused


class Stop(Exception):
    """The whole run makes no sense until somebody has looked."""


class Outbox:
    def __init__(self, db: sqlite3.Connection, synapse: Synapse) -> None:
        self.db, self.synapse = db, synapse

    def flush(self) -> int:
        rows = self.db.execute(
            "SELECT id, user_id, node_id, body FROM payout WHERE state = 'new' ORDER BY id"
        ).fetchall()
        for payout_id, user, node, body in rows:
            self._one(payout_id, user, node, json.loads(body))
        return len(rows)

    def _one(self, payout_id: int, user: str, node: str, body: dict) -> None:
        try:
            trans = self.synapse.pay(user, node, body, key=f"payout-{payout_id}")
        except ActionPending as exc:
            self._set(payout_id, "pending", exc)
        except ValueRefused as exc:
            self._set(payout_id, "refused", exc)
        except NotPermitted as exc:
            self._set(payout_id, "not_permitted", exc)
        except OurCredentials as exc:
            raise Stop(f"payout {payout_id}: {exc}") from exc
        except SynapseProblem as exc:
            self._set(payout_id, "manual", exc)
        else:
            with self.db:
                self.db.execute(
                    "UPDATE payout SET state = 'sent', trans_id = ?, note = NULL WHERE id = ?",
                    (trans["_id"], payout_id),
                )

    def _set(self, payout_id: int, state: str, exc: SynapseProblem) -> None:
        with self.db:
            self.db.execute(
                "UPDATE payout SET state = ?, note = ? WHERE id = ?",
                (state, f"{exc.http_code}/{exc.error_code}: {exc.text}", payout_id),
            )
