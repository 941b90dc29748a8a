from worker import IncomeWorker


def make_client(base_url: str) -> IncomeWorker:
    return IncomeWorker(base_url, "test-token")


def call(client: IncomeWorker):
    return client.estimate("trace-1")
