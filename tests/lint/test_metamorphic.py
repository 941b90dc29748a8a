"""Findings don't depend on how the same behaviour is written.

Ten programs (see `programs`) are rewritten: other names, named constants, extracted helpers, a second module, other
dispatches, other retries (loops, decorators, libraries), errors wrapped on their way, another transport, async. Rules,
severities and codes of the findings stay what they were.
"""

from __future__ import annotations

import ast
from collections.abc import Mapping
from dataclasses import replace

import pytest

from .one_file import shown
from .programs import Program, as_async, in_two_modules, render

Findings = set[tuple[str, str, frozenset[str]]]
FLANKS = Program(
    provider="flanks",
    transport="requests",
    check="status != 200",
    read="body.get('error_code')",
    dispatch="if",
    span="20000 <= code < 30000",
    transient=(20001, 50001),
    rejected=(40001,),
    raises=True,
    retry="for",
    again="kind",
    wait="constant",
    seconds=60,
    attempts=3,
    guarded=False,
    reraise=True,
)
KHIPU = replace(
    FLANKS,
    provider="khipu",
    check="body['Status'] == 'ERROR'",
    read="body['Error']['Code']",
    span="code.startswith('E2')",
    transient=("E201", "E299"),
    rejected=("A000",),
)
SYNAPSE = replace(
    FLANKS,
    provider="synapse",
    check="body.get('error_code', '0') != '0'",
    span="code.startswith('4')",
    transient=("500", "503"),
    rejected=("110",),
)
KLAVI = replace(
    FLANKS,
    provider="klavi",
    check="body['code'] != 200",
    read="body['code']",
    span="400 <= code < 500",
    transient=(415, 429),
    rejected=(402,),
)
SEEDS: Mapping[str, Program] = {
    "right": FLANKS,
    "blanket": replace(FLANKS, again="any"),
    "too-soon": replace(FLANKS, transient=(20003,)),
    "endless": replace(FLANKS, retry="endless", wait="constant"),
    "202-passes": replace(FLANKS, check="status >= 400", retry="none"),
    "no-codes": replace(FLANKS, check="'error_code' in body", retry="none"),
    "khipu-by-code": KHIPU,
    "khipu-by-advice": replace(KHIPU, again="advice", wait="none"),
    "synapse-blanket": replace(SYNAPSE, again="any"),
    "klavi-too-soon": KLAVI,
}
EACH = pytest.mark.parametrize("name", SEEDS)


def found(sources: str | Mapping[str, str], provider: str) -> Findings:
    """What is found, wherever it stands."""
    files = {"client.py": sources} if isinstance(sources, str) else sources
    return {(f.rule, str(f.severity), frozenset(f.codes)) for f in shown(files, provider)}


class Renamed(ast.NodeTransformer):
    """Other names for all functions, classes, constants, parameters and variables of a program."""

    def __init__(self, tree: ast.Module) -> None:
        own = {n.name for n in ast.walk(tree) if isinstance(n, ast.FunctionDef | ast.ClassDef) and n.name[:2] != "__"}
        own |= {n.id for n in ast.walk(tree) if isinstance(n, ast.Name) and isinstance(n.ctx, ast.Store)}
        own |= {n.arg for n in ast.walk(tree) if isinstance(n, ast.arg)}
        own |= {n.name for n in ast.walk(tree) if isinstance(n, ast.ExceptHandler) and n.name}
        own -= {"kind"}  # an attribute of the classes
        self.names = {name: f"q{n}_{name[::-1].lower()}" for n, name in enumerate(sorted(own))}

    def visit_Name(self, node: ast.Name) -> ast.Name:
        return ast.Name(self.names.get(node.id, node.id), node.ctx)

    def visit_arg(self, node: ast.arg) -> ast.arg:
        return ast.arg(self.names.get(node.arg, node.arg))

    def generic_visit(self, node: ast.AST) -> ast.AST:
        if isinstance(node, ast.FunctionDef | ast.ClassDef | ast.ExceptHandler) and node.name:
            node.name = self.names.get(node.name, node.name)
        return super().generic_visit(node)


class Named(ast.NodeTransformer):
    """Numbers and strings inside functions become constants of the module."""

    def __init__(self) -> None:
        self.constants: dict[str, object] = {}

    def visit_Constant(self, node: ast.Constant) -> ast.AST:
        if isinstance(node.value, bool) or not isinstance(node.value, int | float | str):
            return node
        name = f"CONSTANT_{len(self.constants)}"
        self.constants[name] = node.value
        return ast.Name(name, ast.Load())

    def visit_JoinedStr(self, node: ast.JoinedStr) -> ast.AST:
        return node

    def visit_Match(self, node: ast.Match) -> ast.AST:
        return node


def with_constants(source: str) -> str:
    tree = ast.parse(source)
    named = Named()
    for n, stmt in enumerate(tree.body):
        if isinstance(stmt, ast.FunctionDef):
            tree.body[n] = named.visit(stmt)
    body = ast.unparse(ast.fix_missing_locations(tree))
    return "".join(f"{k} = {v!r}\n" for k, v in named.constants.items()) + body


class Extracted(ast.NodeTransformer):
    """The conditions of a function's `if`s become functions of the module."""

    def __init__(self) -> None:
        self.helpers: list[ast.stmt] = []
        self.own: set[str] = set()

    def visit_FunctionDef(self, node: ast.FunctionDef) -> ast.FunctionDef:
        inner = list(ast.walk(node))
        self.own = {n.id for n in inner if isinstance(n, ast.Name) and isinstance(n.ctx, ast.Store)}
        self.own |= {n.arg for n in inner if isinstance(n, ast.arg)}
        self.own |= {n.name for n in inner if isinstance(n, ast.ExceptHandler) and n.name}
        self.generic_visit(node)
        return node

    def visit_If(self, node: ast.If) -> ast.If:
        self.generic_visit(node)
        names = sorted({n.id for n in ast.walk(node.test) if isinstance(n, ast.Name)} & self.own)
        name = f"holds_{len(self.helpers)}"
        helper = ast.parse(f"def {name}({', '.join(names)}):\n    return {ast.unparse(node.test)}").body[0]
        self.helpers.append(helper)
        node.test = ast.parse(f"{name}({', '.join(names)})", mode="eval").body
        return node


def with_helpers(source: str) -> str:
    tree = ast.parse(source)
    extracted = Extracted()
    rest = [extracted.visit(stmt) if isinstance(stmt, ast.FunctionDef) else stmt for stmt in tree.body]
    return ast.unparse(ast.fix_missing_locations(ast.Module([*rest, *extracted.helpers], [])))


def in_a_package(source: str) -> dict[str, str]:
    files = in_two_modules(source)
    client = files["client.py"].replace("from wire import", "from .wire import")
    return {"bank/__init__.py": "", "bank/wire.py": files["wire.py"], "bank/client.py": client}


@EACH
def test_the_seeds_are_not_all_silent_or_all_alike(name: str) -> None:
    rules = {r for r, _, _ in found(render(SEEDS[name]), SEEDS[name].provider)}
    assert (
        rules
        == {
            "right": set(),
            "blanket": {"EP101", "EP102"},
            "too-soon": {"EP102"},
            "endless": {"EP103"},
            "202-passes": {"EP202"},
            "no-codes": {"EP201"},
            "khipu-by-code": {"EP101", "EP102", "EP205"},
            "khipu-by-advice": set(),
            "synapse-blanket": {"EP101"},
            "klavi-too-soon": {"EP102"},
        }[name]
    )


@EACH
def test_names_do_not_matter(name: str) -> None:
    source = render(SEEDS[name])
    tree = ast.parse(source)
    renamed = ast.unparse(ast.fix_missing_locations(Renamed(tree).visit(tree)))
    assert renamed != ast.unparse(ast.parse(source))
    assert found(renamed, SEEDS[name].provider) == found(source, SEEDS[name].provider)


@EACH
def test_named_constants_do_not_matter(name: str) -> None:
    source = render(SEEDS[name])
    assert "CONSTANT_3" in with_constants(source)
    assert found(with_constants(source), SEEDS[name].provider) == found(source, SEEDS[name].provider)


@EACH
def test_extracted_helpers_do_not_matter(name: str) -> None:
    source = render(SEEDS[name])
    assert "holds_0(" in with_helpers(source)
    assert found(with_helpers(source), SEEDS[name].provider) == found(source, SEEDS[name].provider)


@EACH
@pytest.mark.parametrize("split", [in_two_modules, in_a_package])
def test_modules_do_not_matter(name: str, split: object) -> None:
    source = render(SEEDS[name])
    assert callable(split)
    assert found(split(source), SEEDS[name].provider) == found(source, SEEDS[name].provider)


@EACH
@pytest.mark.parametrize("dispatch", ["set", "table", "match"])
def test_dispatches_do_not_matter(name: str, dispatch: str) -> None:
    program = SEEDS[name]
    assert found(render(replace(program, dispatch=dispatch)), program.provider) == found(
        render(program), program.provider
    )


BOUNDED = [name for name, p in SEEDS.items() if p.retry == "for" and p.wait == "constant"]
RETRIES = [
    "while", "while-true", "recursion", "tenacity", "tenacity-loop", "tenacity-for", "backoff", "decorator",
    "higher-order",
]  # fmt: skip


@pytest.mark.parametrize("name", BOUNDED)
@pytest.mark.parametrize("retry", RETRIES)
def test_retries_do_not_matter(name: str, retry: str) -> None:
    program = SEEDS[name]
    assert found(render(replace(program, retry=retry)), program.provider) == found(render(program), program.provider)


WRAPPED = [name for name, p in SEEDS.items() if p.raises]


@pytest.mark.parametrize("name", WRAPPED)
@pytest.mark.parametrize("wrap", ["same-class", "reraise"])
def test_errors_wrapped_on_their_way_do_not_matter(name: str, wrap: str) -> None:
    program = SEEDS[name]
    assert "cause" in render(replace(program, wrap=wrap))
    assert found(render(replace(program, wrap=wrap)), program.provider) == found(render(program), program.provider)


@EACH
@pytest.mark.parametrize("transport", ["session", "httpx", "httpx-client", "urllib3", "urllib"])
def test_transports_do_not_matter(name: str, transport: str) -> None:
    program = SEEDS[name]
    assert found(render(replace(program, transport=transport)), program.provider) == found(
        render(program), program.provider
    )


@EACH
def test_async_does_not_matter(name: str) -> None:
    assert found(as_async(SEEDS[name]), SEEDS[name].provider) == found(render(SEEDS[name]), SEEDS[name].provider)
