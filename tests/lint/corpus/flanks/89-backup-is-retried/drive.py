import tempfile
from pathlib import Path

import httpx

from snapshots import snapshot


def make_client(base_url):
    return httpx.Client(base_url=base_url, headers={"Authorization": "Bearer tok"})


def call(client):
    with tempfile.TemporaryDirectory() as folder:
        return [path.name for path in snapshot(client, Path(folder), "cred-token")]
