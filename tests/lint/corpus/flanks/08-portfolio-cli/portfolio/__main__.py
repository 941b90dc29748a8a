import argparse
import json
import os
import sys
import urllib.parse

from .api import FlanksPortfolio, PortfolioPort
from .faults import FlanksFault, advice


def token_from_redirect(url: str) -> str:
    """The Link sends the customer back with ?code=... or ?error=..."""
    query = urllib.parse.parse_qs(urllib.parse.urlsplit(url).query)
    code = query.get("code", [""])[0]
    if code == "cancelled" or not code:
        raise SystemExit("the customer closed the Link")
    return code


def run(port: PortfolioPort, token: str) -> int:
    try:
        print(json.dumps(port.products(token), indent=1))
    except FlanksFault as exc:
        print(advice(exc), file=sys.stderr)
        return 2
    return 0


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("redirect_url")
    args = parser.parse_args()
    port = FlanksPortfolio(os.environ["FLANKS_ID"], os.environ["FLANKS_SECRET"])
    return run(port, token_from_redirect(args.redirect_url))


if __name__ == "__main__":
    sys.exit(main())
