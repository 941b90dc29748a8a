import asyncio
import os
import sys

from portfolio import report

URL = os.environ.get("SYNAPSE_URL", "https://uat-api.synapsefi.com/v3.1")


def main(argv: list[str]) -> int:
    user, *nodes = argv
    headers = {"X-SP-GATEWAY": os.environ["SYNAPSE_GATEWAY"], "X-SP-USER": os.environ["SYNAPSE_USER"]}
    print(*asyncio.run(report(headers, user, nodes, URL)), sep="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
