"""klavi-report CPF [product]: prints the report as JSON, warnings on stderr."""
import argparse
import json
import logging
import os
import sys

from client import KlaviClient
from exceptions import (
    BankUnavailable,
    ConnectLater,
    KlaviConnectionError,
    KlaviError,
    UserActionRequired,
)

EXIT_OK = 0
EXIT_INCOMPLETE = 3
EXIT_OWNER = 4
EXIT_LATER = 5
EXIT_OTHER = 1


def main(argv=None):
    parser = argparse.ArgumentParser()
    parser.add_argument("cpf")
    parser.add_argument("product", nargs="?", default="checking-account")
    parser.add_argument("-v", "--verbose", action="store_true")
    args = parser.parse_args(argv)
    logging.basicConfig(level=logging.DEBUG if args.verbose else logging.WARNING)

    client = KlaviClient(os.environ["KLAVI_PARTNER_CODE"], os.environ["KLAVI_PARTNER_TOKEN"])
    try:
        report = client.get_report(args.cpf, args.product)
    except UserActionRequired as exc:
        print("ask the account owner: %s (%s)" % (exc.message, exc.code), file=sys.stderr)
        return EXIT_OWNER
    except ConnectLater as exc:
        print("code %s, connect again after %s" % (exc.code, exc.not_before.isoformat()), file=sys.stderr)
        return EXIT_LATER
    except BankUnavailable as exc:
        print("bank unavailable (%s), see https://status.klavi.ai/" % exc.code, file=sys.stderr)
        return EXIT_LATER
    except (KlaviError, KlaviConnectionError) as exc:
        print(str(exc), file=sys.stderr)
        return EXIT_OTHER

    json.dump(report.data, sys.stdout, indent=2)
    for remark in report.remarks:
        print("warning: %s (code %s)" % (remark, report.code), file=sys.stderr)
    return EXIT_OK if report.complete else EXIT_INCOMPLETE


if __name__ == "__main__":
    sys.exit(main())
