"""Settings of the consents service. Values from the environment win."""
from __future__ import annotations

import os

BRICK_HOST = os.environ.get("BRICK_HOST", "https://api.brickbank.example")
BRICK_TOKEN = os.environ.get("BRICK_TOKEN", "")

# Erros 50x: up to five new attempts, 3 s doubling
BRICK_RETRY = {
    "total": 5,
    "backoff_factor": 3,
    "status_forcelist": (408, 500, 501, 502, 503, 504, 505),
    "allowed_methods": ("GET", "HEAD"),
    "raise_on_status": False,
    "respect_retry_after_header": False,
}

FEATURES = {"consent-history": os.environ.get("FEATURE_HISTORY", "0") == "1"}
