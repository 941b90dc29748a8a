#!/usr/bin/env python3
"""klavi-update: ask Klavi to refresh the data behind one connection key.

    klavi-update --base-url https://... --partner-code X --partner-token Y KEY [--auto]
"""
import argparse
import sys
import urllib.error
import urllib.request

import msgspec


class Reply(msgspec.Struct):
    code: int
    message: str = ""


class Order(msgspec.Struct, rename="camel"):
    connection_key: str
    allow_auto_update: bool = False


# sysexits.h
EXIT = {
    200: 0,
    600: 64,
    601: 77,
    602: 65,
    701: 78,
    702: 78,
    703: 78,
    704: 77,
    708: 65,
}
HINT = {
    601: "the user has not authorized automatic updates",
    701: "check KLAVI_PARTNER_CODE and KLAVI_PARTNER_TOKEN",
    702: "ask Klavi to activate the partner code",
    703: "check KLAVI_PARTNER_CODE and KLAVI_PARTNER_TOKEN",
}


def send(base_url, order, code, token):
    req = urllib.request.Request(
        base_url + "/data/v1/update",
        data=msgspec.json.encode(order),
        headers={
            "Content-Type": "application/json",
            "Partner-Code": code,
            "Partner-Token": token,
        },
        method="POST",
    )
    try:
        resp = urllib.request.urlopen(req, timeout=30)
    except urllib.error.HTTPError as err:
        resp = err
    with resp:
        return msgspec.json.decode(resp.read(), type=Reply, strict=False)


def parse(argv):
    p = argparse.ArgumentParser(prog="klavi-update")
    p.add_argument("key")
    p.add_argument("--auto", action="store_true")
    p.add_argument("--base-url", required=True)
    p.add_argument("--partner-code", required=True)
    p.add_argument("--partner-token", required=True)
    return p.parse_args(argv)


def main(argv=None, out=sys.stdout):
    args = parse(argv)
    reply = send(
        args.base_url, Order(args.key, args.auto), args.partner_code, args.partner_token
    )
    print(args.key, reply.code, reply.message or "-", sep="\t", file=out)
    if reply.code in HINT:
        print("hint:", HINT[reply.code], file=out)
    return EXIT.get(reply.code, 70)


if __name__ == "__main__":
    sys.exit(main())
