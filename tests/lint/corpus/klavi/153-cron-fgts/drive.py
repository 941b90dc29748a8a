import fgts_cron


def make_client(base_url: str):
    fgts_cron.KLAVI = base_url
    fgts_cron.TOKEN = "tok"
    fgts_cron.failures.clear()
    return fgts_cron


def call(client):
    balances = client.run(["12345678909"])
    return balances, {cpf: failure["code"] for cpf, failure in client.failures.items()}
