from __future__ import annotations

import asyncio
import logging
import os
import sys

from refresh import PartnerRejected, Refresher

log = logging.getLogger("klavi.refresh")


def main(path: str) -> int:
    with open(path) as handle:
        keys = [line.strip() for line in handle if line.strip()]
    refresher = Refresher(
        os.environ.get("KLAVI_URL", "https://api.klavi.ai/data/v1"),
        {"partner-code": os.environ["KLAVI_CODE"], "partner-token": os.environ["KLAVI_TOKEN"]},
    )
    try:
        batch = asyncio.run(refresher.run(keys))
    except PartnerRejected as exc:
        log.critical("klavi does not accept our account (%s), nothing else was sent", exc)
        return 2
    for key, (code, reason) in batch.refused.items():
        log.error("%s refused with %s: %s", key, code, reason)
    for key, reason in batch.unreachable.items():
        log.error("%s not sent: %s", key, reason)
    log.info("%d updated", len(batch.updated))
    return 0 if batch.ok else 1


if __name__ == "__main__":
    logging.basicConfig(level=logging.INFO)
    sys.exit(main(sys.argv[1]))
