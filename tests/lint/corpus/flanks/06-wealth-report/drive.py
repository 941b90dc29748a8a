from wealth_report import WealthReport


def make_client(base_url: str) -> WealthReport:
    return WealthReport("test-token", base_url=base_url, workers=1)


def call(client: WealthReport):
    return client.section("account", "cred-1")
