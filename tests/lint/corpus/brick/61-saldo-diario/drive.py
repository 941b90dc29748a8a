from saldo import SaldoDiario


def make_client(base_url: str) -> SaldoDiario:
    return SaldoDiario(base_url, "tok")


def call(client: SaldoDiario):
    return client.fechamento("c-1")
