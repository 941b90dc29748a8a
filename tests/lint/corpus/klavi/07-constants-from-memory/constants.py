from typing import Final

SUCCESS: Final = 200
PARTIAL: Final = frozenset({201, 202, 203})

WRONG_CREDENTIALS: Final = frozenset({402, 433})
WRONG_MFA: Final = 434
MFA_MISSING: Final = 436
FROZEN_FOR_A_DAY: Final = frozenset({406, 414})
