from functools import partial

from loans import debt_in_pesos, read_loans


def make_client(base_url: str):
    return partial(read_loans, base_url, "jwt", "bci.cl", "11111111-1")


def call(client):
    return debt_in_pesos(client("secret"), "20-11-2026", uf=lambda day: 39000.0)
