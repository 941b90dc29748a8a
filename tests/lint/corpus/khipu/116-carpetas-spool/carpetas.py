#!/usr/bin/env python
# -*- coding: utf-8 -*-
"""Downloads company folders through Khipu and drops them as JSON files.

Run from cron every 30 minutes:
    carpetas.py --token-file /etc/khipu.token --out /srv/carpetas ruts.txt
"""
import argparse
import io
import json
import os
import sys
import time

try:
    from urllib.request import Request, urlopen
    from urllib.error import HTTPError
except ImportError:  # pragma: no cover
    from urllib2 import Request, urlopen, HTTPError

KHIPU = 'https://api.khipu.com'
SLACK = 'https://hooks.slack.com/services/T0/B0/xxx'
HOUR = 3600
TRIES = 4


class KhipuError(Exception):
    def __init__(self, code, kind, text):
        Exception.__init__(self, '%s (%s): %s' % (code, kind, text))
        self.code = code
        self.kind = kind


class NotBefore(KhipuError):
    def __init__(self, code, kind, text, when):
        KhipuError.__init__(self, code, kind, text)
        self.when = when


def post(url, payload, headers=None):
    data = json.dumps(payload).encode('utf-8')
    req = Request(url, data, dict(headers or {}, **{'Content-Type': 'application/json'}))
    try:
        handle = urlopen(req, timeout=100)
    except HTTPError as exc:
        handle = exc
    with handle:
        return handle.read().decode('utf-8')


class Khipu(object):
    def __init__(self, token, base_url=KHIPU, spool=None):
        self.headers = {'Authorization': 'Bearer %s' % token}
        self.base_url = base_url
        self.spool = spool if spool is not None else {}

    def folder(self, rut, password):
        url = '%s/v1/cl/services/sii.cl/tax-folder' % self.base_url
        for attempt in range(1, TRIES + 1):
            doc = json.loads(post(url, {'Username': rut, 'Password': password}, self.headers))
            if doc['Status'] == 'OK':
                self.spool.pop(rut, None)
                return doc['Data']
            err = doc['Error']
            what = err['Code'], err['Type'], err['Description']
            if err['Type'] == 'WAIT_4_HOURS_BEFORE_RETRY':
                raise NotBefore(*(what + (time.time() + 4 * HOUR,)))
            if err['Type'] != 'RETRY_IMMEDIATELY' or attempt == TRIES:
                raise KhipuError(*what)

    def due(self, rut):
        return self.spool.get(rut, 0) <= time.time()


def slack(text):
    """Best effort; whatever Slack says we try a few times."""
    for _ in range(3):
        try:
            answer = post(SLACK, {'text': text})
        except EnvironmentError:
            time.sleep(1)
            continue
        if answer == 'ok':
            return True
        time.sleep(1)
    return False


def load(path, default):
    if not os.path.exists(path):
        return default
    with io.open(path, encoding='utf-8') as f:
        return json.load(f)


def save(path, what):
    with open(path + '.tmp', 'w') as f:
        json.dump(what, f)
    os.rename(path + '.tmp', path)


def main(argv=None):
    ap = argparse.ArgumentParser()
    ap.add_argument('--token-file', required=True)
    ap.add_argument('--out', required=True)
    ap.add_argument('ruts')
    args = ap.parse_args(argv)

    spool_file = os.path.join(args.out, '.spool')
    held_file = os.path.join(args.out, '.held')
    held = load(held_file, {})
    khipu = Khipu(open(args.token_file).read().strip(), spool=load(spool_file, {}))
    bad = 0
    for line in open(args.ruts):
        rut, password = line.split(None, 1)
        target = os.path.join(args.out, rut + '.json')
        if os.path.exists(target) or rut in held or not khipu.due(rut):
            continue
        try:
            save(target, khipu.folder(rut, password.strip()))
        except NotBefore as exc:
            khipu.spool[rut] = exc.when
        except KhipuError as exc:
            bad += 1
            held[rut] = [exc.code, exc.kind]
            sys.stderr.write('%s: %s\n' % (rut, exc))
            slack('carpeta %s: %s' % (rut, exc))
        save(spool_file, khipu.spool)
        save(held_file, held)
    return 1 if bad else 0


if __name__ == '__main__':
    sys.exit(main())
