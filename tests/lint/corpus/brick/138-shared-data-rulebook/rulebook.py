"""Rules are plugins: a module registers a function for a status and a test of the code; the first that fits is asked."""
from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Callable, Union


@dataclass(frozen=True)
class Answer:
    status: int
    code: str
    detail: str
    body: Any


@dataclass(frozen=True)
class Done:
    data: list[dict[str, Any]]


@dataclass(frozen=True)
class Fail:
    reason: str


@dataclass(frozen=True)
class Again:
    waits: tuple[float, ...]


Verdict = Union[Done, Fail, Again]
Rule = Callable[[Answer], Verdict]
CodeTest = Callable[[str], bool]


def anything(_: str) -> bool:
    return True


def exactly(*codes: str) -> CodeTest:
    return frozenset(codes).__contains__


def starting(*prefixes: str) -> CodeTest:
    return lambda code: code.startswith(prefixes)


class Rulebook:
    def __init__(self) -> None:
        self._rules: list[tuple[frozenset[int], CodeTest, Rule]] = []

    def on(self, *statuses: int, code: CodeTest = anything) -> Callable[[Rule], Rule]:
        def register(rule: Rule) -> Rule:
            self._rules.append((frozenset(statuses), code, rule))
            return rule

        return register

    def judge(self, answer: Answer) -> Verdict:
        for statuses, fits, rule in self._rules:
            if answer.status in statuses and fits(answer.code):
                return rule(answer)
        return Fail("not in the rulebook")
