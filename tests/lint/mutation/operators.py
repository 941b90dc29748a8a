"""Small changes that may turn a right client into a wrong one. Whether a change did is not decided here but at the
wire (see `oracle`), so an operator need only be likely to do harm."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import libcst as cst
import libcst.matchers as m

from errpact.contracts import CodeRange, Contract

Change = Callable[[cst.CSTNode, "Facts"], Iterator[cst.CSTNode]]
Place = tuple[str, cst.CSTNode, cst.CSTNode]
PER_OPERATOR: Final = 2
"""Mutants of one program by one operator, taken evenly from all places."""


@dataclass(frozen=True)
class Facts:
    """What of a contract the operators need. never: codes, statuses and advice with which nothing may be resent."""

    codes: frozenset[int | str]
    never: tuple[int | str, ...]
    fields: tuple[str, ...]


@dataclass(frozen=True)
class Mutant:
    """One changed file of a program."""

    operator: str
    path: str
    line: int
    source: str


def facts(contract: Contract) -> Facts:
    """The facts of a contract."""
    codes: list[int | str] = []
    never: list[int | str] = []
    for case in contract.cases:
        values: list[int | str] = list(case.status) if isinstance(case.status, tuple) else []
        values += [case.code.first if isinstance(case.code, CodeRange) else case.code] if case.code is not None else []
        values += [case.advice] if case.advice is not None else []
        values += [int(v) for v in values if isinstance(v, str) and v.isdigit()]
        values += [str(v) for v in values if isinstance(v, int)]
        codes += values
        if case.policy.forbids_resend:
            never += [case.advice] if case.advice is not None else values
    names = [p.pointer.rpartition("/")[2] for e in contract.envelopes for p in e.properties]
    may = {v for c in contract.cases if not c.policy.forbids_resend for v in _values(c.code, c.status)}
    sure = [v for v in dict.fromkeys(never) if v not in may]
    return Facts(frozenset(codes), tuple(sure), tuple(dict.fromkeys(n for n in names if n.isidentifier())))


def _values(code: object, status: object) -> set[object]:
    found: set[object] = set(status) if isinstance(status, tuple) else set()
    found |= {code} if isinstance(code, int | str) else set()
    return found | {str(v) for v in found} | {int(v) for v in found if isinstance(v, str) and v.isdigit()}


def mutants(sources: Mapping[str, str], known: Facts, per: int = PER_OPERATOR) -> list[Mutant]:
    """The mutants of a program (path → source), the same each time."""
    modules = {path: cst.parse_module(text) for path, text in sorted(sources.items())}
    found: list[Mutant] = []
    for name, change in OPERATORS.items():
        places = [(path, old, new) for path, tree in modules.items() for old, new in _places(tree, change, known)]
        for path, old, new in _evenly(places, per):
            changed = modules[path].deep_replace(old, new)
            text = changed.code if isinstance(changed, cst.Module) else ""
            line = _first_difference(sources[path], text)
            if name in _NEEDS:
                text = _with_import(text, _NEEDS[name])
            if text and text != sources[path] and _compiles(text):
                found.append(Mutant(name, path, line, text))
    return found


def _places(tree: cst.Module, change: Change, known: Facts) -> Iterator[tuple[cst.CSTNode, cst.CSTNode]]:
    todo: list[cst.CSTNode] = [tree]
    while todo:
        node = todo.pop()
        yield from ((node, new) for new in change(node, known))
        todo.extend(reversed(node.children))


def _evenly(items: Sequence[Place], limit: int) -> list[Place]:
    if len(items) <= limit:
        return list(items)
    return [items[n * len(items) // limit] for n in range(limit)]


def _compiles(text: str) -> bool:
    try:
        compile(text, "mutant", "exec")
    except (SyntaxError, ValueError):
        return False
    return True


def _with_import(text: str, line: str) -> str:
    """With an import before the first statement that may stand there."""
    tree = cst.parse_module(text)
    after = sum(1 for s in tree.body[:6] if m.matches(s, _HEAD))
    return tree.with_changes(body=[*tree.body[:after], cst.parse_statement(line), *tree.body[after:]]).code


_HEAD: Final = m.SimpleStatementLine(
    body=[m.Expr(m.OneOf(m.SimpleString(), m.ConcatenatedString())) | m.ImportFrom(module=m.Name("__future__"))]
)


def _first_difference(old: str, new: str) -> int:
    pairs = enumerate(zip(old.splitlines(), new.splitlines(), strict=False), start=1)
    return next((n for n, (a, b) in pairs if a != b), 1)


# --- literals


def _value(node: cst.CSTNode) -> int | str | None:
    if isinstance(node, cst.Integer):
        return int(node.evaluated_value)
    if isinstance(node, cst.SimpleString) and isinstance(node.evaluated_value, str):
        return node.evaluated_value
    return None


def _literal(value: object) -> cst.BaseExpression:
    return cst.parse_expression(repr(value))


def _is_code(node: cst.CSTNode, known: Facts) -> bool:
    return _value(node) in known.codes


def swap_code(node: cst.CSTNode, known: Facts) -> Iterator[cst.CSTNode]:
    """A documented code becomes one with which nothing may be resent."""
    value = _value(node)
    if value in known.codes:
        yield from (_literal(v) for v in known.never if type(v) is type(value) and v != value and _like(v, value))


def _like(left: object, right: object) -> bool:
    return len(str(left)) == len(str(right)) and str(left)[:1].isdigit() == str(right)[:1].isdigit()


def retype_code(node: cst.CSTNode, known: Facts) -> Iterator[cst.CSTNode]:
    """A number becomes text, text a number."""
    value = _value(node)
    if value in known.codes:
        if isinstance(value, int):
            yield _literal(str(value))
        elif str(value).isdigit():
            yield _literal(int(value or 0))


def add_code(node: cst.CSTNode, known: Facts) -> Iterator[cst.CSTNode]:
    """A code with which nothing may be resent joins a collection of codes."""
    if isinstance(node, cst.Set | cst.List | cst.Tuple) and node.elements:
        values = [_value(e.value) for e in node.elements]
        if _all_codes(node, known):
            yield from (
                node.with_changes(elements=[*node.elements, cst.Element(_literal(v))]) for v in _new(values, known)
            )
    if isinstance(node, cst.Dict) and node.elements and all(isinstance(e, cst.DictElement) for e in node.elements):
        values = [_value(e.key) for e in node.elements if isinstance(e, cst.DictElement)]
        last = node.elements[-1]
        if all(v in known.codes for v in values):
            yield from (
                node.with_changes(elements=[*node.elements, cst.DictElement(_literal(v), last.value)])
                for v in _new(values, known)
            )


def _new(values: Sequence[object], known: Facts) -> list[int | str]:
    return [v for v in known.never if v not in values and type(v) is type(values[0])][:1]


def widen_test(node: cst.CSTNode, known: Facts) -> Iterator[cst.CSTNode]:
    """`x in CODES` and `x == CODE` hold for forbidden codes too."""
    match node:
        case cst.Comparison(left, [cst.ComparisonTarget(cst.In(), right)]):
            more = ", ".join(map(repr, known.never[:6]))
            yield cst.parse_expression(f"({_text(left)} in (*{_text(right)}, {more}))")
        case cst.Comparison(left, [cst.ComparisonTarget(cst.Equal(), right)]) if _is_code(right, known):
            value = _value(right)
            more = ", ".join(repr(v) for v in known.never if type(v) is type(value) and v != value)
            yield cst.parse_expression(f"({_text(left)} in ({_text(right)}, {more}))")


def _text(node: cst.CSTNode) -> str:
    return cst.Module([]).code_for_node(node)


def drop_code(node: cst.CSTNode, known: Facts) -> Iterator[cst.CSTNode]:
    """A collection of codes loses one."""
    if isinstance(node, cst.Set | cst.List | cst.Tuple) and len(node.elements) > 1 and _all_codes(node, known):
        yield node.with_changes(elements=list(node.elements[1:]))
        yield node.with_changes(elements=list(node.elements[:-1]))
    if isinstance(node, cst.Dict) and len(node.elements) > 1:
        keys = [e.key for e in node.elements if isinstance(e, cst.DictElement)]
        if len(keys) == len(node.elements) and all(_is_code(k, known) for k in keys):
            yield node.with_changes(elements=node.elements[1:])


def _all_codes(node: cst.Set | cst.List | cst.Tuple, known: Facts) -> bool:
    return all(_value(e.value) in known.codes for e in node.elements)


def swap_field(node: cst.CSTNode, known: Facts) -> Iterator[cst.CSTNode]:
    """A field of the reply is mistaken for another one."""
    value = _value(node)
    if isinstance(value, str) and value in known.fields:
        yield from (_literal(name) for name in known.fields if name != value)


def shrink_number(node: cst.CSTNode, known: Facts) -> Iterator[cst.CSTNode]:
    """A number that is no code gets a thousandth of it."""
    if isinstance(node, cst.Integer) and (value := int(node.evaluated_value)) > 2 and value not in known.codes:
        yield _literal(value / 1000)
    elif isinstance(node, cst.Float) and float(node.value) > 0:
        yield _literal(float(node.value) / 1000)


def grow_number(node: cst.CSTNode, known: Facts) -> Iterator[cst.CSTNode]:
    """A number that is no code gets the tenfold."""
    if isinstance(node, cst.Integer) and (value := int(node.evaluated_value)) > 1 and value not in known.codes:
        yield _literal(value * 10)


# --- statements


PASS: Final = cst.SimpleStatementLine([cst.Pass()])
_SLEEP: Final = m.Call(func=m.Name("sleep") | m.Attribute(attr=m.Name("sleep")))


def drop_wait(node: cst.CSTNode, known: Facts) -> Iterator[cst.CSTNode]:
    """No sleep, no `wait=`."""
    if m.matches(node, m.SimpleStatementLine(body=[m.Expr(_SLEEP | m.Await(_SLEEP))])):
        yield PASS
    yield from _without_argument(node, ("wait", "wait_initial", "interval", "backoff_factor", "countdown", "delay"))


def drop_bound(node: cst.CSTNode, known: Facts) -> Iterator[cst.CSTNode]:
    """No `stop=`; a counted loop counts on and on."""
    yield from _without_argument(node, ("stop", "max_tries", "max_time", "stop_max_attempt_number"))
    match node:
        case cst.For(iter=cst.Call(func=cst.Name("range"))):
            yield node.with_changes(iter=cst.parse_expression("iter(int, 1)"))
        case cst.While(test=cst.Comparison()):
            yield node.with_changes(test=cst.Name("True"))


def drop_predicate(node: cst.CSTNode, known: Facts) -> Iterator[cst.CSTNode]:
    """Anything is retried: no `retry=`, no `giveup=`."""
    yield from _without_argument(node, ("retry", "giveup", "on", "retry_on_exception", "retry_if_result"))


def _without_argument(node: cst.CSTNode, names: tuple[str, ...]) -> Iterator[cst.CSTNode]:
    if isinstance(node, cst.Call):
        for arg in node.args:
            if arg.keyword is not None and arg.keyword.value in names:
                yield node.with_changes(args=[a for a in node.args if a is not arg])


def drop_raise(node: cst.CSTNode, known: Facts) -> Iterator[cst.CSTNode]:
    """An error isn't raised."""
    if m.matches(node, m.SimpleStatementLine(body=[m.Raise()])):
        yield PASS


def return_none(node: cst.CSTNode, known: Facts) -> Iterator[cst.CSTNode]:
    """Nothing is returned where an error was raised."""
    if m.matches(node, m.SimpleStatementLine(body=[m.Raise()])):
        yield cst.SimpleStatementLine([cst.Return(cst.Name("None"))])


def bare_words(node: cst.CSTNode, known: Facts) -> Iterator[cst.CSTNode]:
    """An error is raised that only says words."""
    if m.matches(node, m.Raise(exc=m.Call())):
        yield cst.Raise(cst.parse_expression('RuntimeError("failed")'))


def drop_check(node: cst.CSTNode, known: Facts) -> Iterator[cst.CSTNode]:
    """A check that ends in raise, return or continue goes."""
    if isinstance(node, cst.If) and node.orelse is None and isinstance(node.body, cst.IndentedBlock):
        last = node.body.body[-1]
        if m.matches(last, m.SimpleStatementLine(body=[m.Raise() | m.Return() | m.Continue() | m.Break()])):
            yield PASS


def drop_call(node: cst.CSTNode, known: Facts) -> Iterator[cst.CSTNode]:
    """A call for its effect alone (such as `raise_on_error(response)`) goes."""
    if m.matches(node, m.SimpleStatementLine(body=[m.Expr(m.Call() | m.Await(m.Call()))])) and not m.matches(
        node, m.SimpleStatementLine(body=[m.Expr(_SLEEP | m.Await(_SLEEP))])
    ):
        yield PASS


def drop_else(node: cst.CSTNode, known: Facts) -> Iterator[cst.CSTNode]:
    """An `else`, `case _` or the last `elif` goes."""
    if isinstance(node, cst.If) and node.orelse is not None:
        yield node.with_changes(orelse=None)
    if isinstance(node, cst.Match) and len(node.cases) > 1:
        yield node.with_changes(cases=node.cases[:-1])


def widen_except(node: cst.CSTNode, known: Facts) -> Iterator[cst.CSTNode]:
    """All exceptions are caught, or retried, where some were."""
    if isinstance(node, cst.ExceptHandler) and node.type is not None and _text(node.type) != "Exception":
        yield node.with_changes(type=cst.Name("Exception"))
    if m.matches(
        node, m.Call(func=m.Attribute(attr=m.Name("retry_if_exception_type")) | m.Name("retry_if_exception_type"))
    ):
        yield cst.ensure_type(node, cst.Call).with_changes(args=[cst.Arg(cst.Name("Exception"))])


def half_condition(node: cst.CSTNode, known: Facts) -> Iterator[cst.CSTNode]:
    """Of two conditions only one counts."""
    if isinstance(node, cst.BooleanOperation):
        yield _kept(node.left)
        yield _kept(node.right)


def _kept(node: cst.BaseExpression) -> cst.BaseExpression:
    return node if node.lpar else node.with_changes(lpar=[cst.LeftParen()], rpar=[cst.RightParen()])


def negate(node: cst.CSTNode, known: Facts) -> Iterator[cst.CSTNode]:
    """A comparison says the contrary."""
    pairs: Mapping[type[cst.BaseCompOp], cst.BaseCompOp] = {
        cst.Equal: cst.NotEqual(),
        cst.NotEqual: cst.Equal(),
        cst.In: cst.NotIn(),
        cst.NotIn: cst.In(),
        cst.Is: cst.IsNot(),
        cst.IsNot: cst.Is(),
    }
    if isinstance(node, cst.Comparison) and len(node.comparisons) == 1:
        target = node.comparisons[0]
        if type(target.operator) in pairs:
            yield node.with_changes(comparisons=[target.with_changes(operator=pairs[type(target.operator)])])


def shift_bound(node: cst.CSTNode, known: Facts) -> Iterator[cst.CSTNode]:
    """`< 400` becomes `< 500`, `>= 500` becomes `>= 400`."""
    if isinstance(node, cst.Comparison):
        for target in node.comparisons:
            value = _value(target.comparator)
            if value in (300, 400, 500) and isinstance(target.operator, cst.LessThan | cst.GreaterThanEqual):
                other = {300: 500, 400: 500, 500: 400}[int(value)]
                yield cst.ensure_type(node.deep_replace(target.comparator, _literal(other)), cst.Comparison)


def blanket_retry(node: cst.CSTNode, known: Facts) -> Iterator[cst.CSTNode]:
    """A function is retried whatever it raises."""
    if isinstance(node, cst.FunctionDef) and node.name.value not in ("__init__", "__enter__", "__exit__"):
        if any(True for _ in m.findall(node, m.Yield())) or not any(True for _ in m.findall(node, m.Call())):
            return
        if node.decorators:
            return
        text = "tenacity.retry(stop=tenacity.stop_after_attempt(3), wait=tenacity.wait_fixed(2), reraise=True)"
        yield node.with_changes(decorators=[cst.Decorator(cst.parse_expression(text))])


def loop_retry(node: cst.CSTNode, known: Facts) -> Iterator[cst.CSTNode]:
    """`return f(x)` is tried three times, whatever it raises."""
    if m.matches(node, m.SimpleStatementLine(body=[m.Return(value=m.Call() | m.Await(m.Call()))])):
        # Put in as a node, not as text: it may have several lines.
        loop = cst.parse_statement(
            "for errpact_attempt in range(3):\n    try:\n        pass\n"
            "    except Exception:\n        if errpact_attempt == 2:\n            raise\n"
        )
        (place,) = m.findall(loop, m.SimpleStatementLine(body=[m.Pass()]))
        yield cst.ensure_type(loop.deep_replace(place, node), cst.For)


OPERATORS: Final[Mapping[str, Change]] = {
    f.__name__.replace("_", "-"): f
    for f in (
        add_code,
        swap_code,
        widen_test,
        drop_predicate,
        widen_except,
        blanket_retry,
        loop_retry,
        drop_wait,
        shrink_number,
        drop_bound,
        grow_number,
        drop_code,
        drop_check,
        drop_raise,
        drop_call,
        drop_else,
        return_none,
        half_condition,
        negate,
        shift_bound,
        retype_code,
        swap_field,
        bare_words,
    )
}
_NEEDS: Final = {"blanket-retry": "import tenacity"}
