import argparse
import asyncio
import os
import sys
from decimal import Decimal

from .client import WealthClient
from .codes import FlanksFault, OnHold, StillProcessing


async def one(client: WealthClient, name: str, token: str) -> tuple[str, Decimal | None, str]:
    try:
        rows = await client.holdings(token)
    except StillProcessing:
        return name, None, "still being retrieved"
    except OnHold as hold:
        return name, None, f"under security checks ({hold.number}), come back in two days"
    except FlanksFault as fault:
        return name, None, str(fault)
    # a null balance could not be read from the entity
    unread = [r for r in rows if r["balance"] is None]
    total = sum((Decimal(str(r["balance"])) for r in rows if r["balance"] is not None), Decimal(0))
    return name, total, f"{len(unread)} positions without balance" if unread else ""


async def run(tokens: dict[str, str]) -> int:
    bad = 0
    async with WealthClient(os.environ["FLANKS_KEY"]) as client:
        async with asyncio.TaskGroup() as tg:
            tasks = [tg.create_task(one(client, n, t)) for n, t in tokens.items()]
    for task in tasks:
        name, total, note = task.result()
        bad += total is None
        print(f"{name:20} {total if total is not None else '-':>15} {note}")
    return min(bad, 1)


def main() -> None:
    p = argparse.ArgumentParser()
    p.add_argument("pair", nargs="+", metavar="NAME=TOKEN")
    sys.exit(asyncio.run(run(dict(x.split("=", 1) for x in p.parse_args().pair))))


if __name__ == "__main__":
    main()
