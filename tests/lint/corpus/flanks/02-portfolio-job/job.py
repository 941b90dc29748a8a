"""Nightly job: `python job.py TOKEN [TOKEN ...]`."""
import logging
import sys

from client import Code, FlanksApiError, FlanksClient
from settings import FlanksSettings

log = logging.getLogger("jobs.flanks")

HINTS = {
    Code.INCOMPLETE: "open a ticket with Flanks",
    Code.SCA_ERROR: "security checks, look again in two days",
    Code.CREDENTIALS_ERROR: "customer must correct the credentials",
    Code.SCA_REQUIRED: "customer must finish the 2FA",
    Code.BANK_ERROR: "bank is down",
}


def run(tokens: list[str]) -> int:
    client = FlanksClient(FlanksSettings.from_env())
    failed: list[FlanksApiError] = []
    for token in tokens:
        try:
            rows = client.portfolio(token)
        except FlanksApiError as exc:
            log.error("%s...: %s (%s)", token[:6], exc, HINTS.get(exc.code, "see the reference"))
            failed.append(exc)
        else:
            log.info("%s...: %d positions", token[:6], len(rows))
    return 1 if failed else 0


if __name__ == "__main__":
    logging.basicConfig(level=logging.INFO)
    sys.exit(run(sys.argv[1:]))
