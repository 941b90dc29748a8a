import logging
import os
import sys

from brickbank import BrickBankClient, BrickBankError

logging.basicConfig(level=logging.INFO)
log = logging.getLogger("sync")


def sync_consent(client: BrickBankClient, consent_id: str) -> int:
    page, total = 1, 0
    while True:
        payload = client.accounts(consent_id, page=page)
        for account in payload["data"]:
            log.info("account %s", account["accountId"])
            total += 1
        if not payload.get("links", {}).get("next"):
            return total
        page += 1


def main(argv: list[str]) -> int:
    client = BrickBankClient(os.environ["BRICK_TOKEN"])
    failed = 0
    for consent_id in argv:
        try:
            log.info("%s: %d accounts", consent_id, sync_consent(client, consent_id))
        except BrickBankError as exc:
            failed += 1
            log.error("%s: %s (%s)", consent_id, exc, exc.code)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
