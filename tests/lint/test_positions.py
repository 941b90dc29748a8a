"""Positions are libcst's own, however they are computed."""

from __future__ import annotations

import libcst as cst
import pytest
from libcst.metadata import MetadataWrapper, PositionProvider

from errpact.lint import ir
from errpact.lint.parsing import Parsed
from errpact.lint.places import line_of_def
from errpact.lint.positions import Positions

from .score import CORPUS

SOURCES = {
    "crlf": b'x = """a\r\nb"""\r\nif x:\r\n\ty = 1 ; z = (\r\n  2,\r\n)\r\n',
    "byte-order mark, no newline at the end": b"\xef\xbb\xbfx = 1\nclass A:\n\n  # c\n  def f(self): pass",
    "decorators, parentheses": b"@a\n\n@b (c)\nasync def f(x, /, y=((1))) -> (int):\n  return (x), f'{y!r:>{x}}'\n",
    "match": b"match x:\n  case {'a': [1, *_], **rest} if rest: pass\n  case A(b=2) | None:\n    ...\n",
    "nothing": b"",
}
FILES = {p.relative_to(CORPUS).as_posix(): p.read_bytes() for p in sorted(CORPUS.rglob("*.py"))[::60]}


@pytest.mark.parametrize("source", [*SOURCES.values(), *FILES.values()], ids=[*SOURCES, *FILES])
def test_each_node_stands_where_libcst_says(source: bytes) -> None:
    tree = cst.parse_module(source)
    theirs = MetadataWrapper(tree, unsafe_skip_copy=True).resolve(PositionProvider)
    ours = Positions(tree)
    for node, span in theirs.items():
        if node is not tree:
            start, end = (span.start.line, span.start.column + 1), (span.end.line, span.end.column + 1)
            assert ours.of(node) == (start, end), type(node).__name__


def test_a_node_of_another_file_stands_nowhere() -> None:
    assert Positions(cst.parse_module("x = 1\n")).of(cst.Name("x")) is None


@pytest.mark.parametrize("source", FILES.values(), ids=FILES)
def test_the_text_tells_the_line_of_each_def(source: bytes) -> None:
    parsed = Parsed(source)
    places = Positions(parsed.tree)
    for function in parsed.module.nodes(ir.FunctionDef):
        place = places.of(parsed.origin[function.n])
        assert place is not None
        assert line_of_def(source, parsed.module, function) == place[0][0]


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
    lines = [(f.name, line_of_def(MANY_DEFS, parsed.module, f)) for f in functions]
    assert lines == [("f", None), ("g", 6), ("g", 8), ("h", None), ("k", 13)]
