"""The use case: connect a person's bank, and say what happens next."""
from __future__ import annotations

import logging
from dataclasses import dataclass

from .domain import DELAYS, GAPS, INSTRUCTIONS, Connected, Failed, LinkRequest, Outcome, Postponed, UserMustAct
from .ports import Agenda, Aggregator, Answer, Clock

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class LinkService:
    aggregator: Aggregator
    agenda: Agenda
    clock: Clock

    def link(self, request: LinkRequest) -> Outcome:
        outcome = self._judge(self.aggregator.connect(request))
        match outcome:
            case Postponed(until=until):
                self.agenda.put(request, until)
            case Connected(gaps=gaps) if gaps:
                log.warning("%s connected without %s", request.institution, ", ".join(gaps))
            case Failed(code=code, message=message):
                log.error("klavi %s: %s", code, message)
        return outcome

    def _judge(self, answer: Answer) -> Outcome:
        now = self.clock.now()
        match answer.code:
            case 200:
                return Connected(answer.connection_id)
            case code if code in GAPS:
                return Connected(answer.connection_id, (GAPS[code],))
            case code if (wait := DELAYS.get(code)) is not None:
                return Postponed(code, now + wait)
            case code if (row := INSTRUCTIONS.get(code)) is not None:
                return UserMustAct(code, row.text, now + row.after if row.after else None)
            case code:
                return Failed(code, answer.message)
