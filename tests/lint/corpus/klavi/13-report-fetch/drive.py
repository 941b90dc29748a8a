from klavi_reports import Reports


def make_client(base_url: str) -> Reports:
    return Reports("t", base_url=base_url)


def call(client: Reports):
    return client.fetch("income", "l1")
