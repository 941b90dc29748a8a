"""Positions are libcst's own, however they are computed."""

from __future__ import annotations

import libcst as cst
import pytest
from libcst.metadata import MetadataWrapper, PositionProvider

from errpact.lint import ir
from errpact.lint.parsing import Parsed
from errpact.lint.positions import Positions, Written, place_of_def

from .score import CORPUS

SOURCES = {
    "crlf": b'x = """a\r\nb"""\r\nif x:\r\n\ty = 1 ; z = (\r\n  2,\r\n)\r\n',
    "byte-order mark, no newline at the end": b"\xef\xbb\xbfx = 1\nclass A:\n\n  # c\n  def f(self): pass",
    "decorators, parentheses": b"@a\n\n@b (c)\nasync def f(x, /, y=((1))) -> (int):\n  return (x), f'{y!r:>{x}}'\n",
    "functions": (
        b"if x:\r\n\tclass A:\r\n\t\t'text'\r\n\t\t# c\r\n\t\t@a(b=1,\r\n c=2)\r\n\r\n\t\tasync def f(self):\r\n"
        b"\t\t\tdef g(x): return x\r\n\t\t\tg('\\\r\n'); g(1)\r\ndef g(x: int) -> None:\r\n x()\r\n"
    ),
    "a form feed": b"\x0cdef f():\n\x0c\n  return 1\n",
    "match": b"match x:\n  case {'a': [1, *_], **rest} if rest: pass\n  case A(b=2) | None:\n    ...\n",
    "nothing": b"",
}
FILES = {p.relative_to(CORPUS).as_posix(): p.read_bytes() for p in sorted(CORPUS.rglob("*.py"))[::60]}


Span = tuple[tuple[int, int], tuple[int, int]]


def theirs(tree: cst.Module) -> dict[cst.CSTNode, Span]:
    found = MetadataWrapper(tree, unsafe_skip_copy=True).resolve(PositionProvider)
    return {
        node: ((span.start.line, span.start.column + 1), (span.end.line, span.end.column + 1))
        for node, span in found.items()
    }


@pytest.mark.parametrize("source", [*SOURCES.values(), *FILES.values()], ids=[*SOURCES, *FILES])
def test_each_node_stands_where_libcst_says(source: bytes) -> None:
    tree = cst.parse_module(source)
    ours = Written(tree)
    for node, span in theirs(tree).items():
        if node is not tree:
            assert ours.of(node) == span, type(node).__name__


@pytest.mark.parametrize("source", [*SOURCES.values(), *FILES.values()], ids=[*SOURCES, *FILES])
def test_each_ident_stands_there_too_though_only_its_function_is_written(source: bytes) -> None:
    parsed = Parsed(source)
    spans = theirs(parsed.tree)
    for ident, node in enumerate(parsed.origin):
        assert Positions(parsed).of(ident) == spans.get(node), type(node).__name__


def test_a_node_of_another_file_stands_nowhere() -> None:
    assert Written(cst.parse_module("x = 1\n")).of(cst.Name("x")) is None
    assert Positions(Parsed(b"x = 1\n")).of(99) is None


@pytest.mark.parametrize("source", FILES.values(), ids=FILES)
def test_the_text_tells_the_line_of_each_def(source: bytes) -> None:
    parsed = Parsed(source)
    spans = theirs(parsed.tree)
    for function in parsed.module.nodes(ir.FunctionDef):
        place = place_of_def(parsed, function.name, function.n)
        assert place is not None
        line, indent = place
        assert (line, 1 + len(indent)) == spans[parsed.origin[function.n]][0]


MANY_DEFS = b'''"""
def f(x): once in a text
"""
def f(x): return "def f("
if f:
    def g(): pass
else:
\tasync  def g(): pass\r
def \\
h(): pass
class A:
    # def k():
    def k[T](self): pass
'''


def test_the_text_does_not_tell_where_it_might_be_something_else() -> None:
    parsed = Parsed(MANY_DEFS)
    functions = sorted(parsed.module.nodes(ir.FunctionDef), key=lambda f: f.n)
    places = [(f.name, place_of_def(parsed, f.name, f.n)) for f in functions]
    assert places == [("f", None), ("g", (6, "    ")), ("g", (8, "\t")), ("h", None), ("k", (13, "    "))]
