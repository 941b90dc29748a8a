from klavi_source import KlaviSource
from reports import Processor


class MemoryReports:
    def __init__(self):
        self.rows = {}

    def save(self, report_id, state, **columns):
        self.rows[report_id] = {"state": state, **columns}


class MemoryClock:
    def __init__(self):
        self.entries = []

    def at(self, when, kind, payload):
        self.entries.append((when, kind, payload))


def make_client(base_url):
    return Processor(KlaviSource(base_url, "partner", "token"), MemoryReports(), MemoryClock())


def call(client):
    return client.handle({"report_id": "r-1"})
