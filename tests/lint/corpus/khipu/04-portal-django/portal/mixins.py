from typing import Any

from .outcome import Outcome, Step


class ReadsKhipu:
    """Turns any Khipu document (answer or webhook) into an Outcome."""

    def read(self, doc: dict[str, Any]) -> Outcome:
        match doc:
            case {"Status": "OK", "Data": data}:
                return Outcome(step=Step.DONE, data=data or {})
            case {"Error": {"Code": str(code), "Type": str(advice), "Description": text}}:
                return Outcome(step=self.step_for(code, advice), code=code, advice=advice, text=text)
            case _:
                raise ValueError(f"not a Khipu document: {sorted(doc)}")

    def step_for(self, code: str, advice: str) -> Step:
        match code[0], code[1:2], advice:
            case _, _, "WAIT_4_HOURS_BEFORE_RETRY":
                return Step.PARKED
            case "E", "3", _:
                return Step.EMPTY
            case "E", "1", "DO_NOT_RETRY":
                return Step.ASK_LOGIN
            case ("E", "4", _) | ("P", _, _):
                return Step.FIX_INPUT
            case "L", "0", _:
                return Step.EXPIRED
        return Step.FAILED


class LogsOutcome:
    logger = None

    def after(self, outcome: Outcome) -> None:
        if self.logger and not outcome:
            self.logger.warning("khipu %s %s: %s", outcome.code, outcome.advice, outcome.text)
