from klavi_sync import Job, KlaviGateway, SyncSettings, SyncWorker


def make_client(base_url: str) -> SyncWorker:
    return SyncWorker(KlaviGateway(SyncSettings(base_url=base_url, partner_token="t")))


def call(client: SyncWorker):
    return client.run(Job("link-1"))
