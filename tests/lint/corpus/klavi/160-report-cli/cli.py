"""klavi-report: print a customer's report as JSON.

Exit codes: 0 complete, 3 delivered with gaps, 4 not a Klavi answer, others see errors.py.
"""
from __future__ import annotations

import argparse
import json
import os
import sys

import attrs

from client import BASE_URL, KlaviClient
from errors import KlaviError, NotKlavi


def build_parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="klavi-report", description=__doc__)
    parser.add_argument("cpf")
    parser.add_argument("--base-url", default=os.environ.get("KLAVI_URL", BASE_URL))
    parser.add_argument("--wait", action="store_true", help="wait while the bank finishes the registration")
    return parser


def main(argv: list[str] | None = None) -> int:
    args = build_parser().parse_args(argv)
    client = KlaviClient(os.environ.get("KLAVI_TOKEN", ""), args.base_url)
    try:
        report = client.report_when_registered(args.cpf) if args.wait else client.report(args.cpf)
    except NotKlavi as exc:
        print(f"klavi-report: {exc}", file=sys.stderr)
        return 4
    except KlaviError as exc:
        print(f"klavi-report: {exc}" + (f" ({exc.hint})" if exc.hint else ""), file=sys.stderr)
        return exc.exit_code
    json.dump(attrs.asdict(report), sys.stdout, indent=2)
    print()
    if report.gap is not None:
        print(f"klavi-report: incomplete, code {report.gap.value}: {report.gap.name}", file=sys.stderr)
        return 3
    return 0


if __name__ == "__main__":
    sys.exit(main())
