"""Postponed extractions, kept in a JSON file between runs."""
from __future__ import annotations

import json
from datetime import datetime, timedelta
from pathlib import Path

POSTPONE = {
    "WAIT_4_HOURS": timedelta(hours=4),
}


class Later:
    def __init__(self, path: Path) -> None:
        self.path = path
        self.items: list[dict] = json.loads(path.read_text()) if path.exists() else []

    def put(self, advice: str, account: str, month: str, now: datetime) -> bool:
        delay = POSTPONE.get(advice)
        if delay is None:
            return False
        self.items.append({"account": account, "month": month, "due": (now + delay).isoformat()})
        self.path.write_text(json.dumps(self.items))
        return True

    def take_due(self, now: datetime) -> list[tuple[str, str]]:
        ready = [i for i in self.items if datetime.fromisoformat(i["due"]) <= now]
        self.items = [i for i in self.items if i not in ready]
        self.path.write_text(json.dumps(self.items))
        return [(i["account"], i["month"]) for i in ready]
