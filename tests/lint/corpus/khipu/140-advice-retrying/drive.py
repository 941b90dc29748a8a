from night_batch import Company, NightBatch


def make_client(base_url: str) -> NightBatch:
    return NightBatch("test-token", base_url=base_url + "/v1/cl")


def call(client: NightBatch):
    return client.statement(Company("76111111-1", "bci.cl", "secret"), "2024-05")
