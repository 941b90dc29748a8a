"""Switches automatic updates on or off for many employees at once."""
from __future__ import annotations

import csv
import io
import logging
from dataclasses import dataclass, field
from typing import Iterable, Protocol

from api import ConsentMissing, PartnerProblem, UpdateRejected, set_auto_update

log = logging.getLogger(__name__)


class Flags(Protocol):
    def enabled(self, name: str, tenant: str) -> bool: ...


@dataclass(frozen=True)
class Change:
    employee: str
    connection_key: str
    allow: bool


@dataclass
class Outcome:
    changed: list[Change] = field(default_factory=list)
    ask_consent: list[tuple[Change, ConsentMissing]] = field(default_factory=list)
    rejected: list[tuple[Change, UpdateRejected]] = field(default_factory=list)
    not_sent: list[Change] = field(default_factory=list)
    stopped_by: PartnerProblem | None = None

    def to_csv(self) -> str:
        out = io.StringIO()
        rows = csv.writer(out)
        rows.writerow(["employee", "result", "code", "message"])
        rows.writerows([c.employee, "changed", 200, ""] for c in self.changed)
        rows.writerows([c.employee, "consent", e.raw_code, e.message] for c, e in self.ask_consent)
        rows.writerows([c.employee, "rejected", e.raw_code, e.message] for c, e in self.rejected)
        rows.writerows([c.employee, "not sent", "", ""] for c in self.not_sent)
        return out.getvalue()


class Campaign:
    def __init__(self, base_url: str, tenant: str, auth: dict[str, str], flags: Flags) -> None:
        self.base_url = base_url
        self.tenant = tenant
        self.auth = auth
        self.flags = flags

    def run(self, changes: Iterable[Change]) -> Outcome:
        outcome = Outcome()
        pending = iter(changes)
        for change in pending:
            if change.allow and not self.flags.enabled("klavi-auto-update", self.tenant):
                outcome.not_sent.append(change)
                continue
            try:
                set_auto_update(self.base_url, self.auth, change.connection_key, change.allow)
            except PartnerProblem as exc:
                log.error("partner account rejected with %s, campaign stopped", exc.raw_code)
                outcome.stopped_by = exc
                outcome.rejected.append((change, exc))
                outcome.not_sent.extend(pending)
                break
            except ConsentMissing as exc:
                outcome.ask_consent.append((change, exc))
            except UpdateRejected as exc:
                log.warning("%s rejected with %s", change.employee, exc.raw_code)
                outcome.rejected.append((change, exc))
            else:
                outcome.changed.append(change)
        return outcome
