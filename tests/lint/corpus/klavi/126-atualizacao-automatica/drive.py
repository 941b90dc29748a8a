from campaign import Campaign, Change


class AllOn:
    def enabled(self, name: str, tenant: str) -> bool:
        return True


def make_client(base_url: str):
    return Campaign(base_url, "acme", {"Authorization": "Bearer tok"}, AllOn())


def call(client):
    return client.run([Change("emp-1", "ck-1", True)])
