"""Statement job. Runs every hour; accounts Khipu asked us to leave alone are skipped until their time."""
from __future__ import annotations

import json
import logging
import os
import pathlib
import sys
from datetime import datetime, timezone

from khipu_client import KhipuClient
from results import Advice, Ok, Result

log = logging.getLogger("job")


class State:
    def __init__(self, path: str) -> None:
        self.path = pathlib.Path(path)
        self.accounts: dict[str, dict] = json.loads(self.path.read_text()) if self.path.exists() else {}

    def due(self, key: str) -> bool:
        entry = self.accounts.get(key)
        if entry is None:
            return True
        if entry.get("blocked"):
            return False
        retry_at = entry.get("retry_at")
        return retry_at is None or datetime.fromisoformat(retry_at) <= datetime.now(timezone.utc)

    def record(self, key: str, result: Result) -> None:
        if isinstance(result, Ok):
            self.accounts.pop(key, None)
        else:
            self.accounts[key] = {
                "code": result.code,
                "advice": result.advice.value,
                "description": result.description,
                "retry_at": result.retry_at.isoformat() if result.retry_at else None,
                "blocked": result.advice is Advice.STOP,
            }
        self.path.write_text(json.dumps(self.accounts, indent=1))


def run(client: KhipuClient, state: State, accounts: list[dict[str, str]], month: str, out: pathlib.Path) -> None:
    for account in accounts:
        key = f"{account['bank']}:{account['username']}:{month}"
        if not state.due(key):
            continue
        result = client.statement(account["bank"], account["username"], account["password"], month)
        state.record(key, result)
        if isinstance(result, Ok):
            (out / f"{account['username']}.json").write_text(json.dumps(result.data))
        elif result.no_data:
            log.info("%s: nothing for %s (%s)", key, month, result.code)
        elif result.needs_login:
            log.error("%s: ask for new credentials, %s %s", key, result.code, result.description)
        else:
            log.error("%s: %s %s", key, result.code, result.description)


if __name__ == "__main__":
    logging.basicConfig(level=logging.INFO)
    config = json.loads(pathlib.Path(sys.argv[1]).read_text())
    run(KhipuClient(os.environ["KHIPU_TOKEN"]), State("state.json"), config["accounts"],
        datetime.now().strftime("%Y-%m"), pathlib.Path(config["output"]))
