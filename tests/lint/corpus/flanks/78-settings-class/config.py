from __future__ import annotations

import os


class Config:
    FLANKS_URL = os.environ.get("FLANKS_URL", "https://api.flanks.io")
    FLANKS_TOKEN = os.environ.get("FLANKS_TOKEN", "")
    WAIT_CODES = [20002]
    LATER_CODES = [20001, 50001]
    POLL_SECONDS = 10
    POLL_LIMIT = 30


class PruebasConfig(Config):
    POLL_SECONDS = 1
    POLL_LIMIT = 3
