import sqlite3
from datetime import datetime, timezone

import requests

from klavi_api import KlaviApi
from outbox import Outbox
from worker import run_due


def make_client(base_url: str):
    outbox = Outbox(sqlite3.connect(":memory:", check_same_thread=False))
    return outbox, KlaviApi(requests.Session(), "tok", base_url)


def call(client):
    outbox, api = client
    job_id = outbox.put("itau", "user", "SECRET", datetime.now(timezone.utc))
    run_due(outbox, api, lambda ref: "pw")
    return outbox.get(job_id)
