import sys

import update_cli


def make_client(base_url: str):
    return [
        "--base-url", base_url,
        "--partner-code", "pc",
        "--partner-token", "pt",
        "ck-77",
    ]


def call(argv):
    status = update_cli.main(argv)
    if status:
        sys.exit(status)
    return status
