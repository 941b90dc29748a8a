from liquidaciones import ClienteKhipu


def make_client(base_url: str) -> ClienteKhipu:
    return ClienteKhipu("token", url=base_url)


def call(client: ClienteKhipu):
    return client.liquidacion("11111111-1", "secreta", "2024-02")
