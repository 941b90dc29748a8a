# accounts that the job reads, one dict each
import os

ACCOUNTS = [
    {
        "name": "main",
        "service": "banks/bci.cl/movements",
        "user": os.environ.get("BCI_USER", ""),
        "password": os.environ.get("BCI_PASSWORD", ""),
    },
    {
        "name": "savings",
        "service": "banks/bancoestado.cl/movements",
        "user": os.environ.get("BE_USER", ""),
        "password": os.environ.get("BE_PASSWORD", ""),
    },
]
