from login import BankLogin


def make_client(base_url: str) -> BankLogin:
    return BankLogin("u1", "oauth", base_url=base_url)


def call(client: BankLogin):
    flow = client.start("bofa", "user", "pw")
    typed = None
    while True:
        try:
            flow.send(typed)
        except StopIteration as stop:
            return stop.value
        typed = "blue"
