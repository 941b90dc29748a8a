from functools import partial

from jobs import Read
from replies import Flanks
from worker import Worker


def make_client(base_url: str):
    return partial(Flanks, base_url, "access-token")


def call(client):
    worker = Worker(client())
    worker.add(Read(7, "cred-token"))
    worker.run()
    return worker.delivered, worker.dead
