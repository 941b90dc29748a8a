from dataclasses import dataclass
from enum import Enum
from typing import Any, Dict


class Verdict(Enum):
    REPEAT = "repeat"
    LATER = "later"
    STOP = "stop"


class Audience(Enum):
    PAYER = "payer"        # our wording, the payer can do something
    VERBATIM = "verbatim"  # show the text exactly as it came
    STAFF = "staff"


@dataclass(frozen=True)
class Failure:
    code: str
    type: str
    description: str

    @classmethod
    def from_json(cls, raw: Dict[str, Any]) -> "Failure":
        return cls(raw["Code"], raw["Type"], raw.get("Description") or "")

    @property
    def audience(self) -> Audience:
        if self.code.startswith("E"):
            if self.code[1] in "14":
                return Audience.PAYER
            return Audience.STAFF
        if self.code == "E999":
            return Audience.VERBATIM
        return Audience.STAFF


class KhipuFailure(Exception):
    def __init__(self, failure: Failure, verdict: Verdict) -> None:
        super().__init__("%s/%s: %s" % (failure.code, failure.type, failure.description))
        self.failure = failure
        self.verdict = verdict

    @property
    def text_for_payer(self) -> str:
        if self.failure.audience is Audience.VERBATIM:
            return self.failure.description
        if self.failure.audience is Audience.PAYER:
            return "Revisa los datos ingresados (%s)." % self.failure.code
        return "El servicio no está disponible, ya fuimos notificados."
