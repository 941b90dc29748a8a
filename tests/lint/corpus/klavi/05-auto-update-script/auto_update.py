#!/usr/bin/env python3
"""Switches automatic updates on or off for the connections listed in a file.

    auto_update.py on|off keys.txt
"""
import json
import os
import socket
import sys
import time
from urllib import error, request

HOST = os.environ.get("KLAVI_HOST", "https://api.klavi.ai")

EXPLAIN = {
    601: "the user has not authorised automatic updates",
    602: "connectionKey or allowAutoUpdate is missing or invalid",
    702: "our partner code is not active",
    703: "our partner code or token is wrong",
    704: "we have no access to this service",
}
HOPELESS = {701, 702, 703, 704}


class UpdateError(Exception):
    def __init__(self, code, message):
        Exception.__init__(self, "%s: %s" % (code, EXPLAIN.get(code, message)))
        self.code = code
        self.message = message


class Updater:
    def __init__(self, partner_code, partner_token, host=HOST):
        self.host = host
        self.headers = {
            "Content-Type": "application/json",
            "X-Partner-Code": partner_code,
            "X-Partner-Token": partner_token,
        }

    def _send(self, payload):
        req = request.Request(
            self.host + "/data/v1/user-data",
            data=json.dumps(payload).encode(),
            headers=self.headers,
            method="PUT",
        )
        tries = 0
        while True:
            try:
                with request.urlopen(req, timeout=30) as reply:
                    return json.load(reply)
            except error.HTTPError as exc:
                return json.load(exc)
            except (error.URLError, socket.timeout):
                tries += 1
                if tries > 3:
                    raise
                time.sleep(tries * 2)

    def switch(self, connection_key, on):
        body = self._send({"connectionKey": connection_key, "allowAutoUpdate": on})
        code = int(body["code"])
        if code != 200:
            raise UpdateError(code, body.get("message", ""))
        return body


def main(argv):
    if len(argv) != 3 or argv[1] not in ("on", "off"):
        sys.stderr.write(__doc__)
        return 64
    updater = Updater(os.environ["KLAVI_PARTNER_CODE"], os.environ["KLAVI_PARTNER_TOKEN"])
    bad = 0
    with open(argv[2]) as lines:
        for key in filter(None, map(str.strip, lines)):
            try:
                updater.switch(key, argv[1] == "on")
            except UpdateError as exc:
                bad += 1
                print("%s FAILED %s" % (key, exc))
                if exc.code in HOPELESS:
                    return 2
            else:
                print("%s ok" % key)
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv))
