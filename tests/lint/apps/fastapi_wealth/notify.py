"""Tells operations over a chat webhook whose address is configured."""

from __future__ import annotations

import os
import time

import requests

from .flanks import FlanksError


def tell(error: FlanksError) -> None:
    """Three tries; it is only a chat."""
    for _ in range(3):
        try:
            requests.post(
                os.environ["CHAT_WEBHOOK"], json={"text": f"Flanks {error.status} {error.error_code}"}, timeout=5
            ).raise_for_status()
            return
        except requests.RequestException:
            time.sleep(1)
