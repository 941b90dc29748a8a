"""Works off the queue of bank logins; the flag says which aggregator serves a tenant."""
from __future__ import annotations

import sqlite3
from typing import Iterable, Mapping

from aggregators import LinkError, Linker, LoginRequest, MfaNeeded, link_patiently

FLAGS = {"acme": "plaid", "default": "synapse"}

SCHEMA = "CREATE TABLE IF NOT EXISTS links (user TEXT, state TEXT, provider TEXT, code TEXT, info TEXT)"


class LinkJob:
    def __init__(self, linkers: Mapping[str, Linker], db: str = ":memory:") -> None:
        self.linkers = linkers
        self.db = sqlite3.connect(db)
        self.db.execute(SCHEMA)

    def pick(self, tenant: str) -> Linker:
        return self.linkers[FLAGS.get(tenant, FLAGS["default"])]

    def _save(self, user: str, state: str, provider: str, code: str | None, info: str) -> str:
        self.db.execute("INSERT INTO links VALUES (?, ?, ?, ?, ?)", (user, state, provider, code, info))
        self.db.commit()
        return state

    def link_one(self, tenant: str, req: LoginRequest) -> str:
        linker = self.pick(tenant)
        try:
            nodes = link_patiently(linker, req)
        except MfaNeeded as mfa:
            return self._save(req.user, "mfa", linker.name, None, mfa.access_token)
        except LinkError as exc:
            state = "ask-user" if exc.needs_user else "error"
            return self._save(req.user, state, linker.name, exc.code, str(exc))
        return self._save(req.user, "linked", linker.name, None, ",".join(nodes))

    def run(self, queue: Iterable[tuple[str, LoginRequest]]) -> dict[str, int]:
        totals: dict[str, int] = {}
        for tenant, req in queue:
            state = self.link_one(tenant, req)
            totals[state] = totals.get(state, 0) + 1
        return totals
