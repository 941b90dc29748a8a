"""What can go wrong with a contract, as exceptions with fields."""

from __future__ import annotations

TYPE_CHECKING = False  # as in `typing`, which takes long to import
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


def nearest(name: str, known: Iterable[str], count: int = 3) -> tuple[str, ...]:
    """The known names closest to `name`, best first; upper and lower case count little."""
    import difflib  # slow to import, and only needed for a complaint

    lowered = {k.lower(): k for k in known}
    return tuple(lowered[m] for m in difflib.get_close_matches(name.lower(), list(lowered), n=count, cutoff=0.6))


def did_you_mean(names: Sequence[str]) -> str:
    """`; did you mean X or Y?`, or nothing."""
    return f"; did you mean {' or '.join(names)}?" if names else ""


class ErrpactError(Exception):
    """Root of all errors that a user can mend. Its text says what, where and how to mend it."""


class ContractError(ErrpactError):
    """Something about a contract."""


class UnknownProvider(ContractError):
    """No contract has this name."""

    def __init__(self, name: str, known: Sequence[str]) -> None:
        super().__init__(name, known)
        self.name = name
        self.known = tuple(known)

    def __str__(self) -> str:
        return (
            f"unknown provider {self.name!r}{did_you_mean(nearest(self.name, self.known))} "
            f"(known: {', '.join(self.known)}; add your own under [tool.errpact] contracts)"
        )


class UnknownSurface(ContractError):
    """A provider's contract has no surface of this name."""

    def __init__(self, provider: str, name: str, known: Sequence[str]) -> None:
        super().__init__(provider, name, known)
        self.provider = provider
        self.name = name
        self.known = tuple(known)

    def __str__(self) -> str:
        return (
            f"unknown surface {self.name!r} of {self.provider}{did_you_mean(nearest(self.name, self.known))} "
            f"(known: {', '.join(self.known)})"
        )


class UnknownCase(ContractError):
    """No case, code or advice has this name."""

    def __init__(self, name: str, known: Sequence[str]) -> None:
        super().__init__(name, known)
        self.name = name
        self.known = tuple(known)

    def __str__(self) -> str:
        hint = did_you_mean(nearest(self.name, self.known))
        return f"no case, code or advice is called {self.name!r}{hint}; `errpact contracts PROVIDER` lists them"


class InvalidContract(ContractError):
    """A contract file that cannot be used: where (file, line, key), what is wrong, how to mend it."""

    def __init__(self, path: str, key: str, problem: str, mend: str, line: int | None = None) -> None:
        super().__init__(path, key, problem, mend, line)
        self.path = path
        self.key = key
        self.problem = problem
        self.mend = mend
        self.line = line

    def __str__(self) -> str:
        place = self.path if self.line is None else f"{self.path}:{self.line}"
        key = f" {self.key}:" if self.key else ""
        return f"{place}:{key} {self.problem}; {self.mend}"
