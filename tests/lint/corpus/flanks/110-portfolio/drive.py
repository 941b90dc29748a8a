from portfolio import FlanksApi, FlanksSettings, PortfolioService


class Scheduled(list):
    def in_seconds(self, seconds, job):
        self.append((seconds, job))


def make_client(base_url):
    settings = FlanksSettings(url=base_url, token="t")
    return PortfolioService(FlanksApi(settings), Scheduled(), settings)


def call(client):
    return client.portfolio("cred-1")
