from income import IncomeService, KlaviReports


def make_client(base_url: str) -> IncomeService:
    return IncomeService(KlaviReports(base_url, "partner", "token"))


def call(client: IncomeService):
    return client.income("76109277673", "banco-x")
