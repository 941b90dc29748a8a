# -*- coding: utf-8 -*-
"""The smallest Synapse transport that works: http.client and nothing else."""
import http.client
import json
from urllib.parse import urlsplit


class Reply(object):
    __slots__ = ("http", "code", "message", "body")

    def __init__(self, http, code, message, body):
        self.http = http
        self.code = code
        self.message = message
        self.body = body

    @property
    def pair(self):
        return (self.http, self.code)

    def __repr__(self):
        return "<Reply %s/%s %r>" % (self.http, self.code, self.message)


def as_int(value):
    return None if value is None else int(value)


def send(base_url, method, path, headers, payload=None):
    parts = urlsplit(base_url)
    maker = http.client.HTTPSConnection if parts.scheme == "https" else http.client.HTTPConnection
    conn = maker(parts.netloc, timeout=45)
    try:
        conn.request(
            method,
            parts.path.rstrip("/") + path,
            body=None if payload is None else json.dumps(payload),
            headers=dict(headers, **{"Content-Type": "application/json"}),
        )
        resp = conn.getresponse()
        raw = resp.read()
    finally:
        conn.close()
    try:
        body = json.loads(raw)
    except ValueError:
        body = {}
    text = (body.get("error") or {}).get("en", "")
    return Reply(resp.status, as_int(body.get("error_code")), text, body)
