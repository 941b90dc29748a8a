from balances import BalanceJob, KhipuWire


def make_client(base_url: str) -> BalanceJob:
    return BalanceJob(KhipuWire("test-token", base_url))


def call(client: BalanceJob):
    return client.run("bancoestado.cl", "76111111-1", "secret")
