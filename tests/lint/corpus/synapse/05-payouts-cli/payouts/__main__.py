import argparse
import hashlib
import os
import sys

from .fx import RatesUnavailable, rate
from .synapse import AlreadySent, Synapse, SynapseFailure


def main() -> int:
    parser = argparse.ArgumentParser(prog="payouts")
    parser.add_argument("invoice")
    parser.add_argument("to_node")
    parser.add_argument("amount", type=float)
    parser.add_argument("--currency", default="USD")
    options = parser.parse_args()

    usd = options.amount
    if options.currency != "USD":
        try:
            usd /= rate(os.environ["RATES_HOST"], options.currency)
        except RatesUnavailable as exc:
            print(f"no rate for {exc}", file=sys.stderr)
            return 3

    synapse = Synapse("https://api.synapsefi.com", os.environ["SP_GATEWAY"], os.environ["SP_USER"])
    key = hashlib.sha256(options.invoice.encode()).hexdigest()
    try:
        sent = synapse.pay(os.environ["SP_USER_ID"], os.environ["SP_NODE_ID"], options.to_node, usd, key)
    except AlreadySent as exc:
        print(f"{options.invoice} was paid before: {exc}", file=sys.stderr)
        return 2
    except SynapseFailure as exc:
        print(f"{options.invoice}: {exc}", file=sys.stderr)
        return 1
    print(sent["id"], "settled" if sent["final"] else "pending")
    return 0


if __name__ == "__main__":
    sys.exit(main())
