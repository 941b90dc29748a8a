"""Command line: fetch the accounts behind one credential and say what to do when it fails."""
from __future__ import annotations

import argparse
import json
import os
import sys

from flanks import Code, Failure, Flanks, GaveUp

ADVICE = {
    Code.INCOMPLETE: "Data could not be collected: write to support@flanks.io.",
    Code.PROCESSING: "Still being collected, run me again in a moment.",
    Code.SCA_ERROR: "Under security review, active in 24 to 48 hours.",
    Code.CONFIGURATION_ERROR: "Our request is wrong, see the error text.",
    Code.BANK_ERROR: "The bank's site is down, try later.",
    Code.CREDENTIALS_ERROR: "Ask the client to enter the bank login again.",
    Code.SCA_REQUIRED: "Ask the client to confirm with the second factor.",
}


def main(argv: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    source = parser.add_mutually_exclusive_group(required=True)
    source.add_argument("--token")
    source.add_argument("--link-code")
    args = parser.parse_args(argv)

    flanks = Flanks(os.environ["FLANKS_ID"], os.environ["FLANKS_SECRET"])
    try:
        credential = args.token
        if credential is None:
            token = flanks.exchange(args.link_code)
            if token.under_review:
                print(f"{token.value}: {ADVICE[Code.SCA_ERROR]}", file=sys.stderr)
                return 3
            credential = token.value
        json.dump(flanks.accounts(credential), sys.stdout, indent=2)
    except Failure as failure:
        print(failure, ADVICE.get(failure.code, "No further advice."), sep="\n", file=sys.stderr)
        return 2
    except GaveUp:
        print("still being collected, run me again later", file=sys.stderr)
        return 4
    return 0


if __name__ == "__main__":
    sys.exit(main())
