# errpact: provider=klavi
"""A tally of what succeeded tells nothing of what failed; one that counts what was tried, or failed, does."""

from collections import Counter

import requests


URL = "http://localhost:8080/update-user-data"


class KlaviError(Exception):
    def __init__(self, code, message):
        super().__init__(f"{code} {message}")
        self.code = code


def enable(key):
    body = requests.post(URL, json={"connectionKey": key, "allowAutoUpdate": True}, timeout=30).json()
    if body["code"] != 200:
        raise KlaviError(body["code"], body["message"])


def enable_all(keys):
    stats = Counter()
    for key in keys:
        try:
            enable(key)
            stats["enabled"] += 1
        except KlaviError:  # error: EP204
            continue
    return dict(stats)


def from_nought(keys):
    stats = {"enabled": 0, "late": 0}
    for key in keys:
        try:
            enable(key)
        except KlaviError:  # error: EP204
            continue
        stats["enabled"] += 1
    return stats


def all_counted(keys):
    stats = {"enabled": 0, "asked": 0}
    for key in keys:
        stats["asked"] += 1
        try:
            enable(key)
        except KlaviError:
            continue
        stats["enabled"] += 1
    return stats


def both_counted(keys):
    stats = Counter()
    for key in keys:
        try:
            enable(key)
            stats["enabled"] += 1
        except KlaviError:
            stats["refused"] += 1
    return dict(stats)


def counted_by_code(keys):
    stats = {"enabled": 0}
    for key in keys:
        try:
            enable(key)
            stats["enabled"] += 1
        except KlaviError as error:
            stats[error.code] = stats.get(error.code, 0) + 1
    return stats
