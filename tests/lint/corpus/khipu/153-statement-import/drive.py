from settings import KhipuSettings
from statements import BankLogin, import_statement


def make_client(base_url: str) -> KhipuSettings:
    return KhipuSettings(api_key="key", base_url=base_url)


async def call(client: KhipuSettings):
    return await import_statement(client, BankLogin("bci", "u", "p"), "2024-05")
