from flanks_api import FlanksApi
from worker import ExtractionQueue, Job


def make_client(base_url: str) -> ExtractionQueue:
    return ExtractionQueue(FlanksApi.connect("access-token", base_url))


def call(client: ExtractionQueue):
    client.put(Job("cred-token", "portfolio"))
    return client.drain()
