# errpact: provider=klavi
"""A program that prints: what it prints of a success tells nothing of a partial one."""

import json
import sys

import requests


def ask(link):
    return requests.post(f"https://api.klavi.ai/data/v1/links/{link}/report", timeout=30).json()


def main(link):
    body = ask(link)
    if body["code"] not in (200, 201):  # error: EP202
        print(f"klavi says {body['code']}", file=sys.stderr)
        return 1
    print(json.dumps(body["data"]))
    return 0


def main_that_says_so(link):
    body = ask(link)
    if body["code"] not in (200, 201):
        print(f"klavi says {body['code']}", file=sys.stderr)
        return 1
    print(json.dumps(body["data"]))
    return 0 if body["code"] == 200 else 3


def main_that_prints_the_code(link):
    body = ask(link)
    if body["code"] not in (200, 201):
        print(f"klavi says {body['code']}", file=sys.stderr)
        return 1
    print(body["code"], json.dumps(body["data"]))
    return 0
