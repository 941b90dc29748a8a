from flanks_jobs import FlanksApi, LinkJobs


class Inline:
    def enqueue(self, func, *args):
        func(*args)

    def enqueue_in(self, delay, func, *args):
        pass


class Memory:
    def save_token(self, customer, token):
        self.token = token

    def save_holdings(self, customer, holdings):
        self.holdings = holdings


def make_client(base_url):
    return LinkJobs(FlanksApi("token", base_url=base_url), Inline(), Memory())


def call(client):
    return client.connected("c-1", "link-code")
