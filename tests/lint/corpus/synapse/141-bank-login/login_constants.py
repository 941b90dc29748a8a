from typing import Final

MFA_PENDING: Final = 10
BAD_LOGIN: Final = "200"
NO_ACH_ACCOUNT: Final = "460"
TEMPORARY: Final = frozenset({"500", "503"})
