from ._client import Khipu, Postponed
from ._errors import Advice, KhipuError
from ._flags import Flags

__all__ = ["Advice", "Flags", "Khipu", "KhipuError", "Postponed"]
