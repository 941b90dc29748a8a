"""Moves the logins of duplicate users to the one that stays."""
from __future__ import annotations

from client import Client


def merge(client: Client, keep: str, drop: str, emails: list[str]) -> int:
    moved = 0
    for email in emails:
        client.add_login(keep, email)
        client.remove_login(drop, email)
        moved += 1
    return moved
