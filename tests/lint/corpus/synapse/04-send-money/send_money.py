# -*- coding: utf-8 -*-
"""Sends one payout over Synapse. Kept on http.client on purpose: runs inside the legacy batch image."""
import http.client
import json
import socket
import time
import uuid
from urllib.parse import urlsplit

CLIENT_SIDE = {
    100: 'our client id or secret is wrong',
    110: 'the user has to log in again',
    120: 'fingerprint must be verified first',
    200: 'payload is malformed',
    300: 'not allowed for this user',
    400: 'wrong value',
    404: 'no such object',
    410: 'object does not support this',
    450: 'idempotency key already used',
    460: 'request failed',
}


class PayoutError(Exception):
    def __init__(self, code, status, text):
        Exception.__init__(self, 'payout refused with %s (HTTP %s): %s' % (code, status, text))
        self.code = code
        self.status = status


class AlreadyThere(PayoutError):
    """The key is known: look the transaction up by its key instead of paying twice."""


class Payouts(object):
    def __init__(self, user, node, key, base_url='https://api.synapsefi.com/v3.1'):
        parts = urlsplit(base_url)
        self.secure = parts.scheme == 'https'
        self.netloc = parts.netloc
        self.path = '%s/users/%s/nodes/%s/trans' % (parts.path, user, node)
        self.key = key

    def _connection(self):
        cls = http.client.HTTPSConnection if self.secure else http.client.HTTPConnection
        return cls(self.netloc, timeout=30)

    def _post(self, payload, idem):
        conn = self._connection()
        try:
            conn.request('POST', self.path, json.dumps(payload), {
                'X-SP-USER': '%s|fp' % self.key,
                'X-SP-IDEMPOTENCY-KEY': idem,
                'Content-Type': 'application/json',
            })
            answer = conn.getresponse()
            return answer.status, json.loads(answer.read().decode('utf-8'))
        finally:
            conn.close()

    def send(self, to_node, cents, idem=None):
        payload = {'to': {'type': 'ACH-US', 'id': to_node}, 'amount': {'amount': cents / 100.0, 'currency': 'USD'}}
        idem = idem or uuid.uuid4().hex
        tries = 3
        while True:
            tries -= 1
            try:
                status, doc = self._post(payload, idem)
                break
            except (socket.timeout, ConnectionError):
                if tries == 0:
                    raise
                time.sleep(5)
        if status in (200, 202):
            return {'final': status == 200, 'trans': doc}
        code = int(doc.get('error_code', 0))
        cls = AlreadyThere if code == 450 else PayoutError
        text = doc.get('error', {}).get('en', 'no text')
        if code in CLIENT_SIDE:
            text = '%s (%s)' % (CLIENT_SIDE[code], text)
        raise cls(code, status, text)
