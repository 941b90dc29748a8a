from jobs_db import JobTable
from klavi_api import KlaviApi
from worker import Worker


def make_client(base_url: str):
    return Worker(JobTable(), KlaviApi("tok", base_url))


def call(client):
    jobs = [
        client.table.add("connect", cpf="12345678909", institution="341", login="ana", password="s3cret"),
        client.table.add("auto-update", connection_key="key-1", allow=True),
    ]
    client.drain()
    return [client.table.look(job) for job in jobs]
