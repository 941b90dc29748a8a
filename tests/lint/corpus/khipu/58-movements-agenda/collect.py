"""Run by cron every ten minutes."""
from __future__ import annotations

import logging
import os
import sys
from datetime import datetime, timedelta, timezone
from typing import Any, Callable

from agenda import Agenda, Entry
from khipu_api import KhipuApi
from khipu_errors import KhipuDeferred, KhipuError, KhipuUnreadable

log = logging.getLogger("collect")

REST = timedelta(hours=4)


def collect(
    agenda: Agenda,
    api: KhipuApi,
    password_of: Callable[[int], str],
    store: Callable[[Entry, dict[str, Any]], None],
) -> int:
    failures = 0
    for entry in agenda.due(datetime.now(timezone.utc)):
        try:
            data = api.movements(entry.bank, entry.rut, password_of(entry.account_id))
        except KhipuDeferred as exc:
            agenda.postpone(entry, datetime.now(timezone.utc) + REST, str(exc))
            continue
        except (KhipuError, KhipuUnreadable) as exc:
            failures += 1
            empty = isinstance(exc, KhipuError) and exc.means_no_data
            log.warning("account %s: %s", entry.account_id, exc)
            agenda.close(entry, "empty" if empty else "failed", datetime.now(timezone.utc), str(exc))
            continue
        store(entry, data)
        agenda.close(entry, "done", datetime.now(timezone.utc))
    return failures


def main() -> int:
    from vault import password_of
    from warehouse import store

    logging.basicConfig(level=logging.INFO)
    agenda = Agenda(os.environ.get("AGENDA_DB", "agenda.db"))
    return 1 if collect(agenda, KhipuApi(os.environ["KHIPU_TOKEN"]), password_of, store) else 0


if __name__ == "__main__":
    sys.exit(main())
