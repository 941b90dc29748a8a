# -*- coding: utf-8 -*-
"""Push the users' auto-update preference to Klavi.

Every call gives back a pair (state, info); nothing is sent twice.
"""
import json
import logging
try:
    from http.client import HTTPConnection, HTTPSConnection
    from urllib.parse import urlsplit
except ImportError:  # python 2
    from httplib import HTTPConnection, HTTPSConnection
    from urlparse import urlsplit

log = logging.getLogger(__name__)

APPLIED, REFUSED_BY_USER, OUR_SETUP, OUR_REQUEST = 'applied', 'refused', 'setup', 'request'

STATE_OF = {
    200: APPLIED,
    601: REFUSED_BY_USER,
    600: OUR_SETUP,
    701: OUR_SETUP,
    702: OUR_SETUP,
    703: OUR_SETUP,
    704: OUR_SETUP,
    602: OUR_REQUEST,
    708: OUR_REQUEST,
}


class KlaviError(Exception):
    def __init__(self, code, message):
        Exception.__init__(self, '%s %s' % (code, message))
        self.code = code
        self.message = message


class AutoUpdate(object):

    def __init__(self, partner_code, partner_token, base_url='https://api-sandbox.klavi.ai'):
        self.partner_code = partner_code
        self.partner_token = partner_token
        parts = urlsplit(base_url)
        self._secure = parts.scheme == 'https'
        self._netloc = parts.netloc

    def _put(self, path, payload):
        factory = HTTPSConnection if self._secure else HTTPConnection
        conn = factory(self._netloc, timeout=30)
        try:
            conn.request('PUT', path, json.dumps(payload), {
                'Content-Type': 'application/json',
                'PartnerCode': self.partner_code,
                'PartnerToken': self.partner_token,
            })
            response = conn.getresponse()
            raw = response.read().decode('utf-8')
        finally:
            conn.close()
        try:
            return json.loads(raw)
        except ValueError:
            raise KlaviError(None, 'HTTP %d, body is not JSON' % response.status)

    def set(self, connection_key, allow):
        doc = self._put('/data/v1/connections/auto-update', {
            'connectionKey': connection_key,
            'allowAutoUpdate': bool(allow),
        })
        code = int(doc.get('code') or 0)
        info = {'code': code, 'message': doc.get('message', '')}
        try:
            state = STATE_OF[code]
        except KeyError:
            raise KlaviError(code, info['message'])
        return state, info


def push(client, preferences, store):
    """preferences: iterable of (connection_key, bool); store(key, state, info) keeps the answer."""
    tally = {}
    for key, allow in preferences:
        state, info = client.set(key, allow)
        store(key, state, info)
        tally[state] = tally.get(state, 0) + 1
        if state == OUR_SETUP:
            log.error('stopped at %s: %d %s', key, info['code'], info['message'])
            break
        if state == OUR_REQUEST:
            log.error('bad request for %s: %d %s', key, info['code'], info['message'])
        elif state == REFUSED_BY_USER:
            log.info('%s: the user has not authorised it (%d)', key, info['code'])
    return tally
