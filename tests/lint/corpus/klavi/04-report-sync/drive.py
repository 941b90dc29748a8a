from report_sync.http import KlaviHttp


def make_client(base_url: str) -> KlaviHttp:
    return KlaviHttp(base_url, "partner", "t")


def call(client: KlaviHttp):
    return client.get_report("00000000191")
