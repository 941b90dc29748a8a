"""Reads the service settings from the environment."""
from __future__ import annotations

import os


class Settings:
    khipu_url: str = os.environ.get("KHIPU_URL", "https://api.khipu.com")
    khipu_token: str = os.environ.get("KHIPU_TOKEN", "")
    #: pause in hours per advice
    pauses = {"RETRY_IMMEDIATELY": 0, "WAIT_4_HOURS_BEFORE_RETRY": 4}
    attempts = 3


settings = Settings()
