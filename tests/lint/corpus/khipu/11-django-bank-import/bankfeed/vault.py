import os


def reveal(reference: str) -> str:
    return os.environ[f"VAULT_{reference.upper()}"]
