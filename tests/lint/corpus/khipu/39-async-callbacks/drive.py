from datetime import datetime, timedelta
from itertools import count

from gateway import Gateway
from jobs import Jobs


def make_client(base_url):
    serial = count(1)
    return Jobs(Gateway(lambda: f"jwt-{next(serial)}", "https://shop.example/khipu", base_url))


def call(client):
    now = datetime(2024, 4, 1, 8, 0)
    job = client.submit("inv-1", {"Month": "2024-03"}, now)
    for minute in range(1, 6):
        client.tick(now + timedelta(minutes=minute))
    return job
