# -*- coding: utf-8 -*-
"""Turns the automatic update of user data on or off and tells whoever listens."""
import logging
from collections import namedtuple

import requests

log = logging.getLogger(__name__)

BROKEN_PARTNER = frozenset((701, 702, 703, 705))

Accepted = namedtuple("Accepted", "key enabled")
Revoked = namedtuple("Revoked", "key message")
Refused = namedtuple("Refused", "key code message")
Misrouted = namedtuple("Misrouted", "key message")


class Subject(object):
    def __init__(self):
        self._observers = []

    def attach(self, event_type, callback):
        self._observers.append((event_type, callback))
        return callback

    def notify(self, event):
        for event_type, callback in self._observers:
            if isinstance(event, event_type):
                callback(event)


def to_event(key, enabled, code, message):
    match code:
        case 200:
            return Accepted(key, enabled)
        case 600:
            return Misrouted(key, message)
        case n if 600 < n < 800:
            return Refused(key, n, message)
        case 601:
            return Revoked(key, message)
        case _:
            raise LookupError("klavi answered %d (%s) to an update request" % (code, message))


class UpdateSwitch(Subject):
    def __init__(self, partner_code, partner_token, base_url="https://api.klavi.ai"):
        super(UpdateSwitch, self).__init__()
        self.base_url = base_url.rstrip("/")
        self.session = requests.Session()
        self.session.headers.update({
            "partnerCode": partner_code,
            "partnerToken": partner_token,
        })
        self.suspended = False
        self.ask_again = []
        self.attach(Refused, self._on_refused)
        self.attach(Revoked, self._on_revoked)

    def _on_refused(self, event):
        log.error("update of %s refused: %d %s", event.key, event.code, event.message)
        if event.code in BROKEN_PARTNER:
            self.suspended = True

    def _on_revoked(self, event):
        self.ask_again.append(event.key)

    def switch(self, connection_key, enabled):
        if self.suspended:
            raise RuntimeError("partner account needs attention, not sending")
        reply = self.session.post(
            "%s/data/v1/update-user-data" % self.base_url,
            json={"connectionKey": connection_key, "allowAutoUpdate": bool(enabled)},
            timeout=30,
        )
        body = reply.json()
        event = to_event(connection_key, enabled, int(body["code"]), body.get("message"))
        self.notify(event)
        return event
