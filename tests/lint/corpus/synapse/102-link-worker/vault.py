import json
import os
import pathlib


def open_credentials(key):
    folder = pathlib.Path(os.environ.get("VAULT_DIR", "/run/vault"))
    return json.loads((folder / (key + ".json")).read_text())
