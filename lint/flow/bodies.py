"""Places in a reply's body, point by point."""

from __future__ import annotations

from typing import Any

from . import ops
from .contents import Contents
from .core import Found
from .domain import Place
from .state import State
from .values import (
    ABSENT,
    FALSE,
    NONE,
    TRUE,
    Const,
    JsonVal,
    Unk,
    Value,
    key_of,
    parts,
    split,
)


class Bodies(Contents):
    """Part of the interpreter."""

    def body_item(self, st: State, body: JsonVal, key: Value, site: Any, default: Value | None) -> Found:
        """`body["error_code"]`, `body.get("error", {})`."""
        info = self.replies[body.reply]
        found: Found = []
        for s, one in self.by_part(st, key):
            if not isinstance(one, Const) or not isinstance(one.v, (str, int)):
                found.append((s, Unk(("body-item", info.key, body.pointer, key_of(one)), taint=True)))
                continue
            pointer = f"{body.pointer}/{str(one.v).replace('~', '~0').replace('/', '~1')}"
            found.extend(self.body_at(s, body, pointer, site, default))
        return found

    def body_at(self, st: State, body: JsonVal, pointer: str, site: Any, default: Value | None) -> Found:
        """What stands at a pointer of a reply's body."""
        info = self.replies[body.reply]
        if info.domain is None or info.ok:
            return [(st, self.ok_item(info, body, pointer, default))]
        self.note_read(body, pointer, st, site)
        results: list[tuple[int, Value]] = []
        missing = 0
        for mask, value in info.domain.at(pointer, st.mask, info.key):
            if isinstance(value, Place):
                results.append((mask, JsonVal(body.reply, pointer)))
            elif value is ABSENT:
                if default is None:
                    missing |= mask
                else:
                    results += [(m, p) for m, p in parts(default, mask)]
            else:
                results.append((mask, value))
        found: Found = []
        if results:
            mask = 0
            for m, _ in results:
                mask |= m
            state = st.fork(mask) if missing else st
            found.append((state, split(results)))
        if missing:
            state = st.fork(missing)
            found.append((state, self.throw(state, "builtins.KeyError", site, __missing__=Const(pointer))))
        return found

    def ok_item(self, info: Any, body: JsonVal, pointer: str, default: Value | None) -> Value:
        """A place in a body that simply succeeds: error fields are absent, the rest is unknown."""
        if info.ok and info.domain is not None:
            success = info.domain.success
            for _, value in info.domain.at(pointer, success, info.key) if success else ():
                if value is ABSENT:
                    return NONE if default is None else default
                if isinstance(value, Value):
                    return value
        return Unk((info.key, pointer), taint=True)

    def key_in_body(self, key: Value, body: JsonVal, st: State) -> Value:
        """`"error" in body`."""
        info = self.replies[body.reply]
        if info.domain is None or info.ok or not isinstance(key, Const):
            value = self.ok_item(info, body, f"{body.pointer}/{key.v}", ABSENT) if isinstance(key, Const) else ABSENT
            return FALSE if value is ABSENT and isinstance(key, Const) else ops.unknown("in", key, body, type_="bool")
        found: list[tuple[int, Value]] = []
        for mask, there in info.domain.at(f"{body.pointer}/{key.v}", st.mask, info.key):
            if isinstance(there, Unk) and there.field is None and there.type is None:
                found.append((mask, ops.unknown("in", key, there, type_="bool")))
            else:
                found.append((mask, FALSE if there is ABSENT else TRUE))
        return split(found)
