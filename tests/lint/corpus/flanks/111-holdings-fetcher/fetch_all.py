"""Fetch holdings for every active customer and store them under ./out."""
from __future__ import annotations

import asyncio
import json
import logging
import os
import sys
from pathlib import Path

from exceptions import BankUnavailable, FlanksError, RequestRejected, UserActionNeeded
from flanks_client import FlanksClient

logger = logging.getLogger("fetch_all")


async def fetch_one(client: FlanksClient, customer: dict[str, str], report: list[dict]) -> None:
    line = {"customer": customer["id"]}
    try:
        holdings = await client.fetch_holdings(customer["credentials_token"])
    except BankUnavailable as exc:
        line.update(state="later", code=exc.error_code)
    except UserActionNeeded as exc:
        line.update(state="notify", code=exc.error_code, message=exc.message)
    except RequestRejected as exc:
        line.update(state="bug", code=exc.error_code, message=exc.message)
    except FlanksError as exc:
        line.update(state="failed", code=exc.error_code, message=exc.message)
    else:
        Path("out", customer["id"] + ".json").write_text(json.dumps(holdings))
        line.update(state="ok")
    logger.info("%s", line)
    report.append(line)


async def main(customers_file: str) -> None:
    customers = json.loads(Path(customers_file).read_text())
    client = FlanksClient(os.environ["FLANKS_TOKEN"])
    report: list[dict] = []
    for start in range(0, len(customers), 10):
        await asyncio.gather(*(fetch_one(client, c, report) for c in customers[start:start + 10]))
    Path("out", "report.json").write_text(json.dumps(report, indent=2))


if __name__ == "__main__":
    logging.basicConfig(level=logging.INFO)
    asyncio.run(main(sys.argv[1]))
