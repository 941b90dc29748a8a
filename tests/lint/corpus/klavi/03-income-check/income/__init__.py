from income.api import KlaviApi
from income.codes import KlaviCode
from income.errors import KlaviFailure

__all__ = ["KlaviApi", "KlaviCode", "KlaviFailure"]
