import tempfile
from pathlib import Path

from balances import Balances, JwtMint
from calendar_file import FileCalendar


def make_client(base_url: str) -> Balances:
    calendar = FileCalendar(Path(tempfile.mkdtemp()) / "calendar.json")
    return Balances(JwtMint("key", b"secret"), calendar, base_url=base_url)


async def call(client: Balances):
    return await client.of("santander", "76111111-1", "secret")
