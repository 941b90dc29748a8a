"""Posts to the operations channel. The chat service is flaky, so we insist."""
from __future__ import annotations

import logging
import time

import requests

log = logging.getLogger(__name__)

WEBHOOK = "https://chat.internal.example/hooks/ops"


def say(text: str, url: str = WEBHOOK) -> bool:
    for attempt in range(8):
        try:
            answer = requests.post(url, json={"text": text}, timeout=5)
            if answer.status_code == 200:
                return True
            log.info("chat says %s", answer.status_code)
        except Exception:
            log.info("no chat, attempt %d", attempt)
        time.sleep(0.2)
    return False
