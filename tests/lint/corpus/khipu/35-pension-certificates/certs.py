#!/usr/bin/env python
"""certs.py - downloads AFP pension certificates through Khipu

The branch form calls it with the new RUTs.  Certificates that Khipu wants us to
ask for later are kept in a spool file, one "<epoch> <rut> <code>" per line; cron
runs the script without arguments every ten minutes for those.
"""
import http.client
import json
import os
import socket
import sys
import time
from urllib.parse import urlsplit

HOUR = 60 * 60

FAMILIES = {
    'A': 'token',
    'D': 'missing information',
    'F': 'processing',
    'I': 'infrastructure',
    'L': 'deadline',
    'P': 'parameters',
    'T': 'timeout',
}

E_GROUPS = {
    '1': 'logon',
    '2': 'service down',
    '3': 'no data',
    '4': 'bad value',
    '5': 'automatic payment',
}


class KhipuFault(Exception):

    def __init__(self, err):
        Exception.__init__(self, '%(Code)s/%(Type)s %(Description)s' % err)
        self.code = err['Code']
        self.type = err['Type']
        self.description = err['Description']

    def family(self):
        if self.code in ('E000', 'E999'):
            return 'other'
        if self.code[0] == 'E':
            return E_GROUPS.get(self.code[1:2], 'other')
        return FAMILIES.get(self.code[0], 'other')


class Certificates(object):

    def __init__(self, token, base='https://api.khipu.com', spool=None):
        parts = urlsplit(base)
        self.tls = parts.scheme == 'https'
        self.netloc = parts.netloc
        self.token = token
        self.spool = spool

    def _ask(self, rut, password):
        cls = self.tls and http.client.HTTPSConnection or http.client.HTTPConnection
        conn = cls(self.netloc, timeout=90)
        try:
            conn.request('POST', '/v1/cl/services/afp/certificates',
                         json.dumps({'Username': rut, 'Password': password}),
                         {'Authorization': 'Bearer %s' % self.token,
                          'Content-Type': 'application/json'})
            return json.loads(conn.getresponse().read().decode('utf-8'))
        finally:
            conn.close()

    def certificate(self, rut, password):
        tries = 0
        while 1:
            tries += 1
            doc = self._ask(rut, password)
            if doc['Status'] == 'OK':
                return doc['Data']
            fault = KhipuFault(doc['Error'])
            if fault.type == 'RETRY_IMMEDIATELY' and tries < 3:
                continue
            if fault.type == 'WAIT_4_HOURS_BEFORE_RETRY' and self.spool:
                with open(self.spool, 'a') as fh:
                    fh.write('%d %s %s\n' % (time.time() + 4 * HOUR + 60, rut, fault.code))
            raise fault

    def due(self):
        """Takes the ruts out of the spool whose time has come."""
        if not (self.spool and os.path.exists(self.spool)):
            return []
        now, ready, rest = time.time(), [], []
        for line in open(self.spool):
            when, rut, _ = line.split()
            (ready if int(when) < now else rest).append((rut, line))
        with open(self.spool, 'w') as fh:
            fh.writelines(line for _, line in rest)
        return [rut for rut, _ in ready]


def main():
    vault = json.load(open(os.environ['CERTS_VAULT']))
    job = Certificates(os.environ['KHIPU_TOKEN'], spool='/var/spool/certs')
    failed = 0
    for rut in sys.argv[1:] or job.due():
        try:
            data = job.certificate(rut, vault[rut])
        except KhipuFault as fault:
            failed += 1
            sys.stderr.write('%s: %s [%s]\n' % (rut, fault, fault.family()))
        except (socket.error, ValueError) as why:
            failed += 1
            sys.stderr.write('%s: no usable answer: %s\n' % (rut, why))
        else:
            print('%s %s' % (rut, json.dumps(data)))
    return failed and 1 or 0


if __name__ == '__main__':
    sys.exit(main())
