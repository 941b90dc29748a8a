# -*- coding: utf-8 -*-
"""Nightly batch: asks Klavi to refresh the data of the connections listed in a text file.

usage: klavi_update.py connections.txt > result.tsv
"""
from __future__ import absolute_import, print_function, unicode_literals

import io
import json
import logging
import os
import sys
import time

try:
    from urllib.error import HTTPError, URLError
    from urllib.request import Request, urlopen
except ImportError:  # Python 2
    from urllib2 import HTTPError, Request, URLError, urlopen

log = logging.getLogger('klavi.update')

OK = 200

# codes of the "update user data" service: who has to act on them
PARTNER = {
    600: 'route',
    701: 'partner code/token missing',
    702: 'partner code inactive',
    703: 'partner code/token wrong',
    704: 'service not contracted',
}
CUSTOMER = {601: 'customer did not authorise the automatic update'}
REQUEST = {602: 'parameter missing or invalid', 708: 'data format'}


class KlaviFault(Exception):
    def __init__(self, code, message, http_status):
        Exception.__init__(self, 'klavi %s: %s (http %s)' % (code, message, http_status))
        self.code = code
        self.message = message
        self.http_status = http_status


class PartnerFault(KlaviFault):
    """Nothing in the batch can work until this is fixed."""


class CustomerFault(KlaviFault):
    pass


class RequestFault(KlaviFault):
    pass


def fault_class(code):
    for table, cls in ((PARTNER, PartnerFault), (CUSTOMER, CustomerFault), (REQUEST, RequestFault)):
        if code in table:
            return cls
    return KlaviFault


class KlaviUpdater(object):
    def __init__(self, base_url, partner_code, partner_token, connect_tries=3):
        self.base_url = base_url.rstrip('/')
        self.headers = {
            str('Content-Type'): str('application/json'),
            str('X-Partner-Code'): str(partner_code),
            str('X-Partner-Token'): str(partner_token),
        }
        self.connect_tries = connect_tries

    def _open(self, request):
        # an answer, whatever it says, is final; only an unreachable host is tried again
        for n in range(1, self.connect_tries + 1):
            try:
                answer = urlopen(request, timeout=40)
                return answer.getcode(), answer.read()
            except HTTPError as exc:
                return exc.code, exc.read()
            except URLError as exc:
                if n == self.connect_tries:
                    raise
                log.info('no connection (%s), try %d of %d', exc.reason, n, self.connect_tries)
                time.sleep(5 * n)

    def update(self, connection_key, allow_auto_update=False):
        payload = {'connectionKey': connection_key, 'allowAutoUpdate': allow_auto_update}
        request = Request('%s/data/v1/user-data/update' % self.base_url,
                          data=json.dumps(payload).encode('utf-8'), headers=self.headers)
        http_status, raw = self._open(request)
        try:
            body = json.loads(raw.decode('utf-8'))
            code = int(body['code'])
        except (ValueError, KeyError, TypeError):
            raise KlaviFault(None, 'unreadable answer %r' % raw[:120], http_status)
        if code != OK:
            raise fault_class(code)(code, body.get('message', ''), http_status)
        return body


def run(updater, keys, out):
    """Returns how many of the keys failed."""
    failed = 0
    for key in keys:
        try:
            updater.update(key)
        except PartnerFault as exc:
            print('%s\t%s\tABORTED %s' % (key, exc.code, PARTNER[exc.code]), file=out)
            raise
        except CustomerFault as exc:
            failed += 1
            print('%s\t%s\tASK-CONSENT' % (key, exc.code), file=out)
        except RequestFault as exc:
            failed += 1
            print('%s\t%s\tBAD-REQUEST %s' % (key, exc.code, REQUEST[exc.code]), file=out)
        except KlaviFault as exc:
            failed += 1
            print('%s\t%s\tFAILED %s' % (key, exc.code, exc.message), file=out)
        else:
            print('%s\t%d\tOK' % (key, OK), file=out)
    return failed


def main(argv):
    logging.basicConfig(level=logging.INFO)
    updater = KlaviUpdater(os.environ.get('KLAVI_URL', 'https://api.klavi.ai'),
                           os.environ['KLAVI_PARTNER'], os.environ['KLAVI_TOKEN'])
    with io.open(argv[1], encoding='utf-8') as lines:
        keys = [line.strip() for line in lines if line.strip()]
    try:
        return 1 if run(updater, keys, sys.stdout) else 0
    except PartnerFault as exc:
        log.error('batch aborted: %s', exc)
        return 2


if __name__ == '__main__':
    sys.exit(main(sys.argv))
