# -*- coding: utf-8 -*-
"""Tiny SynapseFI helper. Every function returns (data, problem); exactly one of them is None."""
import json
import urllib.error
import urllib.request
from collections import namedtuple

BASE = "https://uat-api.synapsefi.com/v3.1"

Problem = namedtuple("Problem", "http_code error_code text")


def call(method, path, headers, payload=None, base=BASE):
    data = None if payload is None else json.dumps(payload).encode("utf-8")
    req = urllib.request.Request(base + path, data=data, method=method)
    for name, value in headers.items():
        req.add_header(name, value)
    req.add_header("Content-Type", "application/json")
    try:
        res = urllib.request.urlopen(req, timeout=100)
    except urllib.error.HTTPError as err:
        res = err
    with res:
        body = json.loads(res.read().decode("utf-8"))
    if body.get("error_code", "") == "0":
        return body, None
    return None, Problem(body.get("http_code"), body.get("error_code"), (body.get("error") or {}).get("en"))
