#!/usr/bin/env python
"""Create SynapseFI users from a CSV file: name,email,phone

Rows which can't be created are written to the reject file together with the reason.
"""
import csv
import json
import optparse
import sys
import time
import urllib.error
import urllib.request


class Rejected(Exception):
    def __init__(self, status, code, reason):
        Exception.__init__(self, status, code, reason)
        self.status, self.code, self.reason = status, code, reason


class Uploader(object):
    def __init__(self, key, base='https://api.synapsefi.com/v3.1', sleep=time.sleep):
        self.key = key
        self.base = base
        self.sleep = sleep
        self.actions = {
            '100': self.stop,
            '300': self.stop,
            '429': self.slow_down,
            '503': self.maintenance,
        }

    # -- what to do with an error -------------------------------------------------
    def stop(self, rejected, tries):
        sys.stderr.write('check the client credentials: %s\n' % (rejected.args,))
        return None

    def slow_down(self, rejected, tries):
        return 30 * 2 ** tries if tries < 5 else None

    def maintenance(self, rejected, tries):
        return 1800 if tries < 4 else None

    def reject(self, rejected, tries):
        return None

    # -- http -----------------------------------------------------------------------
    def post(self, path, doc):
        req = urllib.request.Request(self.base + path, json.dumps(doc).encode(), {
            'Content-Type': 'application/json', 'X-SP-GATEWAY': self.key})
        try:
            res = urllib.request.urlopen(req, timeout=60)
        except urllib.error.HTTPError as e:
            raw = e.read()
            try:
                body = json.loads(raw.decode())
            except ValueError:
                body = {'error': {'en': raw.decode('latin-1')}}
            raise Rejected(e.code, body.get('error_code', str(e.code)), body.get('error', {}).get('en'))
        body = json.loads(res.read().decode())
        if res.getcode() == 202:
            body['pending'] = True
        return body

    def create(self, name, email, phone):
        tries = 0
        while True:
            try:
                return self.post('/users', {
                    'logins': [{'email': email}], 'phone_numbers': [phone], 'legal_names': [name]})
            except Rejected as rejected:
                wait = self.actions.get(rejected.code, self.reject)(rejected, tries)
                if wait is None:
                    raise
                tries += 1
                self.sleep(wait)


def main():
    parser = optparse.OptionParser(usage='%prog [options] users.csv', description=__doc__)
    parser.add_option('-k', '--key')
    parser.add_option('-r', '--rejects', default='rejects.csv')
    options, (source,) = parser.parse_args()
    uploader = Uploader(options.key)
    with open(source) as rows, open(options.rejects, 'w') as out:
        rejects = csv.writer(out)
        for row in csv.reader(rows):
            try:
                user = uploader.create(*row)
            except Rejected as e:
                rejects.writerow(row + [e.status, e.code, e.reason])
                if e.code in ('100', '300'):
                    return 1
            else:
                print('%s\t%s\t%s' % (row[1], user['_id'], 'pending' if user.get('pending') else 'created'))
    return 0


if __name__ == '__main__':
    sys.exit(main())
