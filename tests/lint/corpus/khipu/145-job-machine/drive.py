from khipu_http import KhipuHttp
from worker import Worker


def make_client(base_url: str):
    return Worker(KhipuHttp("test-token", host=base_url))


def call(client):
    job_id = client.submit("/v1/cl/banks/bci.cl/accounts", {"Username": "11111111-1", "Password": "secret"})
    client.drain()
    job = client.finished[job_id]
    return job.state, job.result, job.error
