import tempfile
from pathlib import Path

from conciliacion import Conciliador, Libreta


def make_client(base_url: str) -> Conciliador:
    return Conciliador("test-token", Libreta(Path(tempfile.mkdtemp()) / "libreta.json"), base_url=base_url)


def call(client: Conciliador):
    return next(client.pasada(["cred-1"]))
