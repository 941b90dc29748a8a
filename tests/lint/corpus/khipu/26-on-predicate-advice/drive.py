from salaries import SalaryClient


def make_client(base_url: str):
    return SalaryClient("jwt", base_url + "/v1/cl/services/previred.com/salaries")


def call(client):
    return client.salaries("11111111-1", "secret")
