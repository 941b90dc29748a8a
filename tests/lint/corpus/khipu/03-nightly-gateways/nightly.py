#!/usr/bin/env python3
"""Runs from cron every 20 minutes; skips sources that are resting, held or done."""
from __future__ import annotations

import argparse
import json
import pathlib
import sys
from datetime import date, datetime, timedelta, timezone

from gateways import REGISTRY, GatewayError, NothingToFetch, TryLater


class State:
    def __init__(self, path: pathlib.Path):
        self.path = path
        self.data = json.loads(path.read_text()) if path.exists() else {}

    def resting(self, name: str, now: datetime) -> bool:
        mark = self.data.get(name, {}).get("not_before")
        return bool(mark) and now < datetime.fromisoformat(mark)

    def finished(self, name: str, day: date) -> bool:
        entry = self.data.get(name, {})
        return "held" in entry or entry.get("closed") == day.isoformat()

    def put(self, name: str, **values: str) -> None:
        self.data[name] = values
        self.path.write_text(json.dumps(self.data, indent=1))


def run(sources: dict[str, dict], day: date, state: State, out: pathlib.Path) -> int:
    status = 0
    for name, settings in sources.items():
        now = datetime.now(timezone.utc)
        if state.finished(name, day) or state.resting(name, now):
            continue
        gateway = REGISTRY[settings.pop("type")](**settings)
        try:
            rows = list(gateway.movements(day))
        except NothingToFetch:
            rows = []
        except TryLater as later:
            state.put(name, not_before=(now + later.delay).isoformat())
            print(f"{name}: {later}", file=sys.stderr)
            status = max(status, 1)
            continue
        except GatewayError as exc:
            # held until somebody removes the entry from the state file
            state.put(name, held=day.isoformat(), error=str(exc))
            print(f"{name}: {exc} [{exc.advice}]", file=sys.stderr)
            status = 2
            continue
        (out / f"{name}-{day}.json").write_text(json.dumps(rows))
        state.put(name, closed=day.isoformat())
    return status


def main() -> int:
    p = argparse.ArgumentParser()
    p.add_argument("config", type=pathlib.Path)
    p.add_argument("--out", type=pathlib.Path, default=pathlib.Path("."))
    a = p.parse_args()
    yesterday = date.today() - timedelta(days=1)
    return run(json.loads(a.config.read_text()), yesterday, State(a.out / "state.json"), a.out)


if __name__ == "__main__":
    sys.exit(main())
