import itertools
import tempfile
from pathlib import Path

from consentimentos import Consentimentos


def make_client(base_url: str) -> Consentimentos:
    numeros = itertools.count()
    return Consentimentos(lambda: f"t{next(numeros)}", Path(tempfile.mkdtemp()) / "estado.json", base_url)


def call(client: Consentimentos):
    return client.consultar("urn:brick:1")
