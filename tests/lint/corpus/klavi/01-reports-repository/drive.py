from reports import CategoryReport


def make_client(base_url):
    return CategoryReport("partner", "token", base_url=base_url)


def call(client):
    return client.monthly_income("12345678909")
