"""Switch auto-update on for every connection key in a text file.

    python bulk.py keys.txt
"""
import json
import os
import sys
from collections import Counter

import urllib3

HOST = "https://api.klavi.ai"


class KlaviError(Exception):
    code = None

    def __init__(self, code, message):
        self.code = code
        super().__init__(f"{code} {message}")


class StopEverything(KlaviError):
    pass


class SkipKey(KlaviError):
    pass


def done(code, message):
    return True


def stop(code, message):
    raise StopEverything(code, message)


def skip(code, message):
    raise SkipKey(code, message)


REACTIONS = {
    200: done,
    # same meaning as 501..505 of the GET endpoints
    701: stop,
    702: stop,
    703: stop,
    704: stop,
    705: skip,
    600: stop,
    601: skip,
    602: skip,
    708: stop,
}


def unexpected(code, message):
    raise StopEverything(code, message)


class BulkUpdater:
    def __init__(self, partnerCode, partnerToken, baseUrl=HOST):
        self.baseUrl = baseUrl.rstrip("/")
        self.headers = {
            "Content-Type": "application/json",
            "partner-code": partnerCode,
            "partner-token": partnerToken,
        }
        self.pool = urllib3.PoolManager(retries=False, timeout=20.0)

    def enable(self, key):
        payload = json.dumps({"connectionKey": key, "allowAutoUpdate": True})
        res = self.pool.request("POST", self.baseUrl + "/update-user-data", body=payload, headers=self.headers)
        reply = json.loads(res.data)
        code = int(reply["code"])
        react = REACTIONS.get(code, unexpected)
        return react(code, reply.get("message", ""))

    def enableAll(self, keys):
        stats = Counter()
        for key in keys:
            try:
                self.enable(key)
                stats["enabled"] += 1
            except KlaviError:
                continue
        return dict(stats)


if __name__ == "__main__":
    updater = BulkUpdater(os.environ["KLAVI_PARTNER"], os.environ["KLAVI_PARTNER_TOKEN"])
    with open(sys.argv[1]) as fh:
        wanted = [line.strip() for line in fh if line.strip()]
    print(json.dumps(updater.enableAll(wanted)))
