# -*- coding: utf-8 -*-
"""Bank logins through Synapse.

>>> api = BankLogin('client_id', 'client_secret')
>>> api.login('557387ed86c27318532e09cf', 'bofa', 'synapse_good', 'test1234')
"""
from __future__ import absolute_import, unicode_literals

import logging
import time

import requests

try:
    string_types = (basestring,)
except NameError:
    string_types = (str,)

logger = logging.getLogger(__name__)

PRODUCTION = 'https://api.synapsefi.com/v3.1'

SUCCESS = '0'
PENDING = '10'
TEMPORARY = ('429', '500', '503')


class BankLoginError(Exception):
    def __init__(self, http_code, error_code, message):
        super(BankLoginError, self).__init__('[%s/%s] %s' % (http_code, error_code, message))
        self.http_code = http_code
        self.error_code = error_code
        self.message = message


class NoUsableAccount(BankLoginError):
    pass


class MfaNeeded(Exception):
    def __init__(self, access_token, question):
        super(MfaNeeded, self).__init__(question)
        self.access_token = access_token
        self.question = question


def _text(error):
    if isinstance(error, string_types):
        return error
    return (error or {}).get('en', '')


class BankLogin(object):
    def __init__(self, client_id, client_secret, base_url=PRODUCTION, tries=3):
        self.base_url = base_url
        self.tries = tries
        self.session = requests.Session()
        self.session.headers.update({'X-SP-GATEWAY': '%s|%s' % (client_id, client_secret)})

    def _post(self, user_id, payload):
        url = '%s/users/%s/nodes' % (self.base_url, user_id)
        response = self.session.post(url, json=payload, timeout=60)
        return response.status_code, response.json()

    def login(self, user_id, bank_code, username, password):
        payload = {
            'type': 'ACH-US',
            'info': {'bank_id': username, 'bank_pw': password, 'bank_name': bank_code},
        }
        for attempt in range(1, self.tries + 1):
            status, data = self._post(user_id, payload)
            code = '%s' % data.get('error_code', SUCCESS)
            if code == PENDING:
                raise MfaNeeded(data['mfa']['access_token'], data['mfa']['message'])
            if status == 200 and code == SUCCESS:
                return data['nodes']
            message = _text(data.get('error'))
            if 'ACH' in message:
                raise NoUsableAccount(status, code, message)
            if code in TEMPORARY and attempt < self.tries:
                logger.warning('%s: %s, attempt %d of %d', bank_code, code, attempt, self.tries)
                time.sleep(5 * attempt)
                continue
            raise BankLoginError(status, code, message)
