from __future__ import annotations

import os

import dramatiq
import httpx

from advice import Advice
from store import mark

KHIPU = os.getenv("KHIPU_URL", "https://api.khipu.com")
FOUR_HOURS_MS = 4 * 60 * 60 * 1000


def start(service: str, params: dict, callback: str) -> dict:
    with httpx.Client(base_url=KHIPU, headers={"Authorization": f"Bearer {os.environ['KHIPU_JWT']}"}) as http:
        return http.post(f"/v1/cl/services/{service}", json={**params, "WebhookUrl": callback}).json()


@dramatiq.actor(max_retries=0, queue_name="khipu")
def run_service(service: str, params: dict, callback: str, turn: int = 1) -> None:
    doc = start(service, params, callback)
    if doc["Status"] == "OK":
        mark(doc["OperationId"], "running")
        return
    error = doc["Error"]
    advice = Advice(error["Type"])
    if advice is Advice.STOP or turn >= 5:
        mark(doc["OperationId"], "failed", error["Code"], error["Description"])
        return
    delay = FOUR_HOURS_MS if advice is Advice.LATER else 1000
    run_service.send_with_options(args=(service, params, callback, turn + 1), delay=delay)
