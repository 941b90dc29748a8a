"""Nightly account sync, started once a day by a systemd timer."""
from __future__ import annotations

import asyncio
import json
import logging
import os
import sys
from datetime import date
from pathlib import Path

import aiohttp

from brick_client import BrickClient
from brick_errors import BrickError, Next, NotFinished

log = logging.getLogger("nightly")


def first_of_next_month(today: date) -> date:
    return date(today.year + today.month // 12, today.month % 12 + 1, 1)


async def sync_one(client: BrickClient, entry: dict, gate: asyncio.Semaphore, today: date) -> None:
    async with gate:
        try:
            entry["accounts"] = await client.accounts(entry["consent_id"])
            entry.pop("error", None)
        except NotFinished:
            log.info("%s not finished yet", entry["consent_id"])
        except (aiohttp.ClientConnectionError, asyncio.TimeoutError) as exc:
            entry["error"] = {"status": None, "code": None, "text": repr(exc)}
            log.error("%s: no answer from brick, %r", entry["consent_id"], exc)
        except BrickError as exc:
            entry["error"] = {"status": exc.status, "code": exc.code, "text": exc.text}
            log.error("%s: %s", entry["consent_id"], exc)
            match exc.next:
                case Next.DROP:
                    entry["active"] = False
                case Next.NEXT_MONTH:
                    entry["not_before"] = first_of_next_month(today).isoformat()
                case Next.REPORT:
                    entry["active"] = False
                    entry["needs_review"] = True
                case Next.LATER:
                    pass


def due(entry: dict, today: date) -> bool:
    return entry.get("active", True) and entry.get("not_before", "") <= today.isoformat()


async def main(path: Path) -> None:
    entries = json.loads(path.read_text())
    today = date.today()
    gate = asyncio.Semaphore(4)
    async with BrickClient(os.environ["BRICK_URL"], os.environ["BRICK_TOKEN"]) as client:
        await asyncio.gather(*(sync_one(client, e, gate, today) for e in entries if due(e, today)))
    path.write_text(json.dumps(entries, indent=2))


if __name__ == "__main__":
    logging.basicConfig(level=logging.INFO)
    asyncio.run(main(Path(sys.argv[1])))
