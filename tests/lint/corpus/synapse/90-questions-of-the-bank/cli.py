import argparse
import getpass
import os

import httpx

from dialog import Dialog, Question


def ask(question: Question) -> str:
    return input(f"{question.text}: ")


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("user")
    parser.add_argument("bank")
    parser.add_argument("login")
    args = parser.parse_args()
    headers = {"X-SP-GATEWAY": os.environ["SYNAPSE_GATEWAY"], "X-SP-USER": os.environ["SYNAPSE_USER"]}
    with httpx.Client(base_url="https://uat-api.synapsefi.com/v3.1", headers=headers, timeout=100) as http:
        print(*Dialog(http, ask).link(args.user, args.bank, args.login, getpass.getpass()))


if __name__ == "__main__":
    main()
