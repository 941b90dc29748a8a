from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timezone
from typing import Any

from catalogo import Action, RuleBook, default_book

Reply = tuple[str, str, dict[str, Any]]          # code, message, whole document


@dataclass
class Connection:
    """What the caller stores. `state` is one of done / flagged / parked / user / failed."""

    state: str
    code: str
    message: str
    note: str = ""
    not_before: datetime | None = None
    data: dict[str, Any] = field(default_factory=dict)

    @property
    def complete(self) -> bool:
        return self.state == "done"


class LoginFlow:
    def __init__(
        self,
        send: Callable[[], Reply],
        book: RuleBook | None = None,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self._send = send
        self._book = book or default_book()
        self._sleep = sleep
        self._sent = 0

    def run(self) -> Connection:
        while True:
            code, message, doc = self._send()
            self._sent += 1
            rule = self._book[code]
            match rule.action:
                case Action.DELIVER:
                    return Connection("done", code, message, data=doc.get("data") or {})
                case Action.DELIVER_FLAGGED:
                    return Connection("flagged", code, message, rule.note, data=doc.get("data") or {})
                case Action.HOLD if self._sent < rule.sends:
                    self._sleep(rule.wait.total_seconds())
                    continue
                case Action.HOLD | Action.NEXT_DAY:
                    due = datetime.now(timezone.utc) + rule.wait
                    return Connection("parked", code, message, rule.note, not_before=due)
                case Action.ASK_USER | Action.USER_LATER:
                    return Connection("user", code, message, rule.note)
                case _:
                    return Connection("failed", code, message, rule.note)
