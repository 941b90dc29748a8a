from income.klavi import KlaviOpenData
from income.outbox import Dispatcher, Outbox
from income.service import IncomeVerification


def make_client(base_url: str):
    outbox = Outbox()
    return IncomeVerification(Dispatcher(outbox, KlaviOpenData("tok", base_url)), outbox)


def call(client):
    return client.assess("12345678909", "banco-xyz")
