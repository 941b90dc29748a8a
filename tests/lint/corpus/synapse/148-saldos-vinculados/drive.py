from saldos import SaldosSynapse


def make_client(base_url: str) -> SaldosSynapse:
    return SaldosSynapse(base_url, "594e0fa2838454002ea317a0", "token|huella")


def call(client: SaldosSynapse):
    return client.refrescar("nodo-1")
