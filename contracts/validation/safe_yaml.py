"""YAML without its dangers: no tags that make objects, no aliases that multiply, no nesting without end."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Final

from ..extras import need

MAX_DEPTH: Final = 200
MAX_NODES: Final = 2_000_000
"""Values of a document when all its aliases are written out."""
_SAFE_TAG: Final = re.compile(
    r"tag:yaml\.org,2002:(str|int|float|bool|null|map|seq|binary|timestamp|set|omap|pairs|merge)"
)


class UnsafeYaml(Exception):
    """A document that is no YAML or not safe to load: what is wrong, at which line (from 1)."""

    def __init__(self, problem: str, line: int | None = None) -> None:
        super().__init__(problem, line)
        self.problem = problem
        self.line = line


def load(data: bytes) -> Any:
    """The value of the one document. Raises UnsafeYaml, and MissingExtra without PyYAML."""
    yaml = need("yaml")
    kind = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        _check_events(yaml, yaml.parse(data, Loader=kind))
        loader = kind(data)
        node = loader.get_single_node()
        _check_size(yaml, node)
        return None if node is None else loader.construct_document(node)
    except yaml.MarkedYAMLError as exc:
        line = exc.problem_mark.line + 1 if exc.problem_mark else None
        raise UnsafeYaml(f"is not valid YAML: {_words(exc.problem)}", line) from None
    except yaml.YAMLError:
        raise UnsafeYaml("is not valid YAML (a character that YAML forbids)") from None
    except (ValueError, RecursionError, OverflowError, TypeError):
        raise UnsafeYaml("has a value that cannot be read") from None


def _words(problem: str | None) -> str:
    """PyYAML's words without what they quote of the file."""
    return re.sub(r"'[^']*'|\"[^\"]*\"", "…", problem or "syntax error")


def _check_events(yaml: Any, events: Iterator[Any]) -> None:
    """Depth and tags, before anything is built."""
    depth = documents = 0
    for event in events:
        line = event.start_mark.line + 1
        if isinstance(event, (yaml.SequenceStartEvent, yaml.MappingStartEvent)):
            depth += 1
            if depth > MAX_DEPTH:
                raise UnsafeYaml(f"is nested deeper than {MAX_DEPTH} levels", line)
        elif isinstance(event, (yaml.SequenceEndEvent, yaml.MappingEndEvent)):
            depth -= 1
        elif isinstance(event, yaml.DocumentStartEvent):
            documents += 1
            if documents > 1:
                raise UnsafeYaml("holds several documents; a cassette is one", line)
        tag = getattr(event, "tag", None)
        if tag not in (None, "!") and not _SAFE_TAG.fullmatch(tag):
            raise UnsafeYaml("has a tag that would build an object; only plain YAML is read", line)


def _check_size(yaml: Any, root: Any) -> None:
    """The number of values with all aliases written out, counted on the shared nodes without writing them out."""
    sizes: dict[int, int] = {}
    stack: list[tuple[Any, bool]] = [(root, False)] if root is not None else []
    open_nodes: set[int] = set()
    while stack:
        node, children_done = stack.pop()
        key = id(node)
        children = _children(yaml, node)
        if children_done:
            open_nodes.discard(key)
            sizes[key] = 1 + sum(sizes[id(c)] for c in children)
            if sizes[key] > MAX_NODES:
                raise UnsafeYaml("grows beyond all bounds when its aliases are written out", node.start_mark.line + 1)
            continue
        if key in sizes:
            continue
        if key in open_nodes:
            raise UnsafeYaml("has an alias that contains itself", node.start_mark.line + 1)
        open_nodes.add(key)
        stack.append((node, True))
        stack.extend((c, False) for c in children if id(c) not in sizes)


def _children(yaml: Any, node: Any) -> list[Any]:
    if isinstance(node, yaml.SequenceNode):
        return list(node.value)
    if isinstance(node, yaml.MappingNode):
        return [part for pair in node.value for part in pair]
    return []
