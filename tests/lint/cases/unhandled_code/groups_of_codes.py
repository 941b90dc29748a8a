# errpact: provider=khipu
"""Groups of codes as a table: a code that nobody documents goes through its rows in many ways."""

import re

import requests

GROUPS = (
    ("A", 0, 0, "token"), ("E", 0, 0, "generic"), ("E", 100, 199, "logon"), ("E", 200, 299, "bank"),
    ("E", 300, 399, "nothing"), ("E", 400, 499, "parameters"), ("E", 500, 599, "payments"), ("E", 999, 999, "custom"),
    ("D", 0, 0, "incomplete"), ("F", 0, 0, "processing"), ("T", 0, 0, "timeout"), ("I", 1, 3, "khipu"),
    ("P", 1, 3, "request"), ("L", 0, 0, "deadline"),
)  # fmt: skip
SHAPE = re.compile(r"([A-Z])(\d{3})")


class KhipuError(Exception):
    def __init__(self, code, group):
        super().__init__(f"{code}: {group}")
        self.code, self.group = code, group


def group_of(code):
    if not (match := SHAPE.fullmatch(code)):
        return "unknown"
    letter, number = match[1], int(match[2])
    found = (group for first, low, high, group in GROUPS if first == letter and low <= number <= high)
    return next(found, "unknown")


def ask(bank):
    return requests.post(f"https://api.khipu.com/v1/cl/banks/{bank}/movements", json={}, timeout=30).json()


def movements(bank):
    reply = ask(bank)
    if reply["Status"] != "OK":
        code = reply["Error"]["Code"]
        raise KhipuError(code, group_of(code))
    return reply["Data"]
