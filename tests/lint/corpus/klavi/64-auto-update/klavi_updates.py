# -*- coding: utf-8 -*-
"""Turns Klavi's automatic updates on or off for one connection."""
import json
import logging

import urllib3

logger = logging.getLogger("klavi.updates")

HOST = "https://api.klavi.ai"


class UpdateError(Exception):
    def __init__(self, code, message):
        Exception.__init__(self, "%s %s" % (code, message))
        self.code = code
        self.message = message


class ConsentMissing(UpdateError):
    """The user has to allow automatic updates (again)."""


class PartnerSetupError(UpdateError):
    """Our partner account or its credentials are not in order."""


class BadUpdateRequest(UpdateError):
    """We sent something that Klavi could not read."""


class UpdateLimit(UpdateError):
    """Too many updates for this connection."""


class AutoUpdateClient(object):
    def __init__(self, partner_code, partner_token, base_url=HOST):
        self.base_url = base_url.rstrip("/")
        self.headers = {
            "Content-Type": "application/json",
            "X-Partner-Code": partner_code,
            "X-Partner-Token": partner_token,
        }
        self.pool = urllib3.PoolManager(retries=False, timeout=urllib3.Timeout(20))

    def set_auto_update(self, connection_key, allow):
        payload = {"connectionKey": connection_key, "allowAutoUpdate": bool(allow)}
        answer = self.pool.request(
            "POST",
            self.base_url + "/data/v1/update-user-data",
            body=json.dumps(payload).encode("utf-8"),
            headers=self.headers,
        )
        try:
            doc = json.loads(answer.data.decode("utf-8"))
            code = int(doc["code"])
        except (ValueError, KeyError, TypeError):
            raise UpdateError(None, "unreadable answer (http %d)" % answer.status)
        message = doc.get("message", "")
        if code == 200:
            return doc.get("data") or {}
        if code in (601, 603):
            raise ConsentMissing(code, message)
        elif code in (429, 431):
            raise UpdateLimit(code, message)
        elif 700 <= code < 800:
            raise PartnerSetupError(code, message)
        elif code in (600, 602):
            raise BadUpdateRequest(code, message)
        elif code == 708:
            raise BadUpdateRequest(code, message or "data format")
        logger.error("klavi update failed: %s %s", code, message)
        raise UpdateError(code, message)
