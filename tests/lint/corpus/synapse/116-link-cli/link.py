"""usage: link.py USER_ID BANK USERNAME"""
from __future__ import annotations

import argparse
import getpass
import os
import sys

from nodes import Locked, NoAccounts, NodesApi, SynapseError


def main(argv: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("user_id")
    parser.add_argument("bank")
    parser.add_argument("username")
    args = parser.parse_args(argv)
    api = NodesApi(args.user_id, os.environ["SYNAPSE_OAUTH"])
    try:
        nodes = api.link(args.bank, args.username, getpass.getpass("bank password: "))
    except Locked as exc:
        print(f"the bank wants the customer's attention: {exc}", file=sys.stderr)
        return 2
    except NoAccounts as exc:
        print(f"nothing we can debit there: {exc}", file=sys.stderr)
        return 3
    except SynapseError as exc:
        print(exc, file=sys.stderr)
        return 1
    print("linked", len(nodes), "account(s)", *nodes)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
