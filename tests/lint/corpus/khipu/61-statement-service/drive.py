import importlib.util
import pathlib

_path = pathlib.Path(__file__).parent / "statements" / "client.py"
_spec = importlib.util.spec_from_file_location("statements_client", _path)
_module = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(_module)


def make_client(base_url: str):
    return _module.StatementClient("t", base_url)


def call(client):
    return client.month("bancochile.cl", "11111111-1", "secret", "2024-05")
