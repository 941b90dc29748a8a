import os
import tempfile
from functools import partial

from backfill import run


def make_client(base_url: str):
    return partial(run, base=base_url, token="tok", login=("11111111-1", "secret"))


def call(client):
    with tempfile.TemporaryDirectory() as folder:
        return client("2024-01", "2024-01", os.path.join(folder, "months.json"))
