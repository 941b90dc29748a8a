"""Nightly: read the reports of yesterday's applicants and hand them to credit."""
from __future__ import annotations

import argparse
import asyncio
import json
import logging
import os
import sys
from datetime import datetime, timezone
from pathlib import Path

from klavi_codes import INVITE_AFTER
from klavi_reports import KlaviError, KlaviReports, Report

logger = logging.getLogger("collector")


def write(report: Report, out: Path) -> None:
    document = {"cpf": report.cpf, "complete": report.complete, "gaps": report.gaps, "data": report.data}
    (out / f"{report.cpf}.json").write_text(json.dumps(document), encoding="utf-8")


def invitation(error: KlaviError) -> dict[str, str] | None:
    delay = INVITE_AFTER.get(error.code)
    if delay is None:
        return None
    when = datetime.now(timezone.utc) + delay
    return {"cpf": error.cpf, "send_at": when.isoformat(), "because": error.code}


async def collect(cpfs: list[str], out: Path) -> int:
    invitations, failures = [], []
    async with KlaviReports(
        os.environ["KLAVI_URL"], os.environ["KLAVI_PARTNER_CODE"], os.environ["KLAVI_PARTNER_TOKEN"]
    ) as klavi:
        for result in await asyncio.gather(*map(klavi.report, cpfs), return_exceptions=True):
            if isinstance(result, Report):
                write(result, out)
            elif isinstance(result, KlaviError):
                logger.error("%s: %s", result.cpf, result)
                failures.append({"cpf": result.cpf, "code": result.code, "message": result.message})
                later = invitation(result)
                if later:
                    invitations.append(later)
            else:
                raise result
    (out / "invitations.json").write_text(json.dumps(invitations), encoding="utf-8")
    (out / "failures.json").write_text(json.dumps(failures), encoding="utf-8")
    return len(failures)


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("cpfs", type=argparse.FileType())
    parser.add_argument("--out", type=Path, default=Path("reports"))
    args = parser.parse_args()
    logging.basicConfig(level=logging.INFO)
    args.out.mkdir(exist_ok=True)
    return 1 if asyncio.run(collect(args.cpfs.read().split(), args.out)) else 0


if __name__ == "__main__":
    sys.exit(main())
