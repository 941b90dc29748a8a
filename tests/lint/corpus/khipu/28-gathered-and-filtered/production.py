from __future__ import annotations

import os

import httpx

from feed import HouseholdFeed


def household_feed() -> HouseholdFeed:
    headers = {"Authorization": f"Bearer {os.environ['KHIPU_JWT']}"}
    return HouseholdFeed(httpx.AsyncClient(base_url="https://api.khipu.com", headers=headers, timeout=120))
