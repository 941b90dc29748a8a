import tempfile
from pathlib import Path

from later import Later
from movements import Movements


def make_client(base_url):
    store = Path(tempfile.mkdtemp()) / "later.json"
    return Movements("test-token", Later(store), base_url + "/v1/cl/services/santander.cl/movements")


async def call(client):
    return await client.load([("000123", "2024-04")])
