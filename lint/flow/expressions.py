"""Expressions: each takes a state and gives (state, value) pairs; a value that is Thrown raised instead."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .. import ir
from . import ops
from .classes import is_exception_name
from .facts import Comparison
from .state import DictObj, Inst, ListObj, State
from .values import (
    ABSENT,
    FALSE,
    NONE,
    TRUE,
    Cls,
    Const,
    Ext,
    Func,
    JsonVal,
    Lam,
    Made,
    Method,
    Mod,
    Partial,
    RawVal,
    Ref,
    ReplyVal,
    Split,
    Super,
    Thrown,
    Tup,
    Unk,
    Value,
    Wrapped,
    field_of,
    key_of,
    narrow,
    parts,
    split,
    tainted,
)

if TYPE_CHECKING:
    from .interp import Cx, Interp

Found = list[tuple[State, Value]]
STATUS_ATTRS = frozenset({"status_code", "status", "code", "http_status", "status_int"})
RAW_ATTRS = frozenset({"text", "content", "data", "body", "read", "aread", "read_body", "fp", "raw", "iter_content"})


class Expressions:
    """Mixin of the interpreter."""

    def ev(self: Interp, expr: ir.Expr, st: State, cx: Cx) -> Found:
        """Evaluate an expression."""
        method = getattr(self, f"v_{type(expr).__name__}", None)
        if method is None:
            return [(st, Unk(("expr", cx.module, expr.n)))]
        found: Found = method(expr, st, cx)
        return found

    def ev_many(self: Interp, exprs: list[ir.Expr], st: State, cx: Cx) -> list[tuple[State, Any]]:
        """Evaluate in order → (state, list of values), or (state, Thrown)."""
        going: list[tuple[State, Any]] = [(st, [])]
        for expr in exprs:
            after: list[tuple[State, Any]] = []
            for state, done in going:
                if isinstance(done, Thrown):
                    after.append((state, done))
                    continue
                for s, value in self.ev(expr, state, cx):
                    if self.capture and isinstance(value, Thrown):
                        value = value.exc  # gather(return_exceptions=True) gives them as values
                    after.append((s, value if isinstance(value, Thrown) else [*done, value]))
            going = after
        return going

    def v_Const(self: Interp, expr: ir.Const, st: State, cx: Cx) -> Found:
        return [(st, Const(expr.value))]

    def v_Name(self: Interp, expr: ir.Name, st: State, cx: Cx) -> Found:
        return [(st, narrow(self.lookup(expr.id, st, cx), st.mask))]

    def v_Walrus(self: Interp, expr: ir.Walrus, st: State, cx: Cx) -> Found:
        found = self.ev(expr.value, st, cx)
        for s, value in found:
            if not isinstance(value, Thrown):
                self.assign(expr.target, value, s, cx)
        return found

    def v_Await(self: Interp, expr: ir.Await, st: State, cx: Cx) -> Found:
        return self.ev(expr.value, st, cx)

    def v_Star(self: Interp, expr: ir.Star, st: State, cx: Cx) -> Found:
        return self.ev(expr.value, st, cx)

    def v_Yield(self: Interp, expr: ir.Yield, st: State, cx: Cx) -> Found:
        values = self.ev(expr.value, st, cx) if expr.value is not None else [(st, NONE)]
        results: Found = []
        for s, value in values:
            if isinstance(value, Thrown) or cx.on_yield is None:
                results.append((s, value if isinstance(value, Thrown) else NONE))
            else:
                results.extend(cx.on_yield(s, value))
        return results

    def v_Lambda(self: Interp, expr: ir.Lambda, st: State, cx: Cx) -> Found:
        return [(st, Lam(cx.module, expr, cx.frame))]

    def v_FStr(self: Interp, expr: ir.FStr, st: State, cx: Cx) -> Found:
        found: Found = []
        for s, values in self.ev_many(expr.parts, st, cx):
            if isinstance(values, Thrown):
                found.append((s, values))
            else:
                found.extend(self.lifted(s, tuple(values), _format, (cx.module, expr.n)))
        return found

    def v_Seq(self: Interp, expr: ir.Seq, st: State, cx: Cx) -> Found:
        found: Found = []
        for s, values in self.ev_many(expr.items, st, cx):
            if isinstance(values, Thrown):
                found.append((s, values))
                continue
            items: list[Value] = []
            more = False
            for item, value in zip(expr.items, values, strict=True):
                if isinstance(item, ir.Star):
                    known, open_ = self.items_of(s, value)
                    items.extend(known or ())
                    more = more or open_ or known is None
                else:
                    items.append(value)
            if expr.kind == "tuple" and not more:
                found.append((s, Tup(tuple(items))))
            else:
                found.append((s, self.alloc(s, ListObj(tuple(items), more, expr.kind))))
        return found

    def v_Dict(self: Interp, expr: ir.Dict, st: State, cx: Cx) -> Found:
        flat = [e for key, value in expr.items for e in ((value,) if key is None else (key, value))]
        found: Found = []
        for s, values in self.ev_many(flat, st, cx):
            if isinstance(values, Thrown):
                found.append((s, values))
                continue
            items: dict[Value, Value] = {}
            more = False
            rest = iter(values)
            for key, _ in expr.items:
                if key is None:
                    spread = next(rest)
                    inner = self.obj(s, spread) if isinstance(spread, Ref) else None
                    if isinstance(inner, DictObj):
                        items.update(inner.items)
                        more = more or inner.more
                    else:
                        items[Unk(("spread", key_of(spread)))] = spread
                        more = True
                else:
                    at = next(rest)
                    items[at] = next(rest)
            found.append((s, self.alloc(s, DictObj(tuple(items.items()), more))))
        return found

    def v_IfExp(self: Interp, expr: ir.IfExp, st: State, cx: Cx) -> Found:
        found: Found = []
        for s, answer in self.branch(expr.test, st, cx):
            if isinstance(answer, Thrown):
                found.append((s, answer))
            else:
                found.extend(self.ev(expr.body if answer else expr.orelse, s, cx))
        return self.rejoin(st, found)

    def rejoin(self: Interp, st: State, found: Found) -> Found:
        """Put paths that differ in points and value only together again, so that a choice of value needs no fork."""
        if len(found) < 2 or any(isinstance(v, Thrown) for _, v in found):
            return found
        index: dict[Any, list[tuple[State, Value]]] = {}
        for s, value in found:
            index.setdefault((self.signature(s)), []).append((s, value))
        done: Found = []
        for group in index.values():
            first = group[0][0]
            if len(group) == 1 or any(a.mask & b.mask for i, (a, _) in enumerate(group) for b, _ in group[i + 1 :]):
                done.extend(group)
                continue
            value = split((s.mask, v) for s, v in group)
            for other, _ in group[1:]:
                first.join(other)
            done.append((first, value))
        return done

    def v_Bool(self: Interp, expr: ir.Bool, st: State, cx: Cx) -> Found:
        """`a or b` gives a value; the right side runs for the points whose left side doesn't decide."""
        stop = expr.op == "or"
        found: Found = []
        for s, left in self.ev(expr.left, st, cx):
            if isinstance(left, Thrown):
                found.append((s, left))
                continue
            for state, answer in self.choose(s, left, (cx.module, expr.left.n)):
                if answer is stop:
                    found.append((state, narrow(left, state.mask)))
                else:
                    found.extend(self.ev(expr.right, state, cx))
        return self.rejoin(st, found)

    def v_Unary(self: Interp, expr: ir.Unary, st: State, cx: Cx) -> Found:
        found: Found = []
        for s, value in self.ev(expr.operand, st, cx):
            if isinstance(value, Thrown):
                found.append((s, value))
            elif expr.op == "not":
                pairs = [(m, self.truth_of(s, p), p) for m, p in parts(value, s.mask)]
                found.append(
                    (
                        s,
                        split(
                            (m, ops.unknown("not", p, type_="bool") if t is None else Const(not t)) for m, t, p in pairs
                        ),
                    )
                )
            else:
                found.extend(self.lifted(s, (value,), lambda v: ops.unary(expr.op, v), (cx.module, expr.n)))
        return found

    def v_Bin(self: Interp, expr: ir.Bin, st: State, cx: Cx) -> Found:
        found: Found = []
        for s, values in self.ev_many([expr.left, expr.right], st, cx):
            if isinstance(values, Thrown):
                found.append((s, values))
                continue
            special = self.binary_special(expr.op, values[0], values[1], s)
            if special is not None:
                found.append((s, special))
            else:
                found.extend(self.lifted(s, tuple(values), lambda a, b: ops.binary(expr.op, a, b), (cx.module, expr.n)))
        return found

    def binary_special(self: Interp, op: str, left: Value, right: Value, st: State) -> Value | None:
        """Operators on collections and on what models made (`stop_after_attempt(3) | stop_after_delay(9)`)."""
        if op in "|&-^+" and isinstance(left, (Ref, Tup)) and isinstance(right, (Ref, Tup)):
            a, more_a = self.items_of(st, left)
            b, more_b = self.items_of(st, right)
            lobj = self.obj(st, left) if isinstance(left, Ref) else None
            robj = self.obj(st, right) if isinstance(right, Ref) else None
            if op == "|" and isinstance(lobj, DictObj) and isinstance(robj, DictObj):
                merged = {**dict(lobj.items), **dict(robj.items)}
                return self.alloc(st, DictObj(tuple(merged.items()), lobj.more or robj.more))
            if a is not None and b is not None and not isinstance(lobj, (Inst, DictObj)):
                if op in "|+":
                    kind = lobj.kind if isinstance(lobj, ListObj) else "list"
                    return self.alloc(
                        st, ListObj((*a, *(x for x in b if op == "+" or x not in a)), more_a or more_b, kind)
                    )
                if op == "-":
                    return self.alloc(st, ListObj(tuple(x for x in a if x not in b), more_a, "set"))
                if op == "&":
                    return self.alloc(st, ListObj(tuple(x for x in a if x in b), more_a and more_b, "set"))
        if op in "|&+" and (isinstance(left, (Made, Wrapped)) or isinstance(right, Made)):
            return Made(f"operator.{op}", (left, right), taint=tainted(left) or tainted(right))
        if (
            op == "|"
            and isinstance(left, (Cls, Ext, Const))
            and isinstance(right, (Cls, Ext, Const))
            and not (isinstance(left, Const) and isinstance(right, Const))
        ):
            return Tup((left, right))
        if (
            op == "*"
            and isinstance(left, Ref)
            and isinstance(found := self.obj(st, left), ListObj)
            and isinstance(right, Const)
        ):
            count = right.v if isinstance(right.v, int) else 1
            return self.alloc(st, ListObj((found.items * min(count, 20))[:200], found.more))
        return None

    def v_Compare(self: Interp, expr: ir.Compare, st: State, cx: Cx) -> Found:
        if len(expr.ops) == 1:
            op, right = expr.ops[0]
            found: Found = []
            for s, values in self.ev_many([expr.left, right], st, cx):
                if isinstance(values, Thrown):
                    found.append((s, values))
                else:
                    found.extend(self.compared(op, values[0], values[1], s, (cx.module, expr.n)))
            return found
        # A chained comparison is the conjunction of its links.
        left = expr.left
        links: list[ir.Expr] = []
        for op, right in expr.ops:
            links.append(ir.Compare(expr.n, left, [(op, right)]))
            left = right
        chain = links[0]
        for link in links[1:]:
            chain = ir.Bool(expr.n, "and", chain, link)
        return self.ev(chain, st, cx)

    def compared(self: Interp, op: str, left: Value, right: Value, st: State, site: Any) -> Found:
        """`left op right` over points, noted as a fact."""
        if op in ("in", "not in"):
            return self.contained(op, left, right, st, site)
        left, right = self.plain(st, self.enum_value(st, left, right)), self.plain(st, self.enum_value(st, right, left))
        self.note_comparison(op, left, (right,), st, site)
        self.note_comparison(op, right, (left,), st, site)
        overridden = self.overridden(op, left, right, st, site)
        if overridden is not None:
            return overridden
        return self.lifted(st, (left, right), lambda a, b: ops.compare(op, self.plain(st, a), self.plain(st, b)), site)

    def plain(self: Interp, st: State, value: Value) -> Value:
        """A list of known length as a tuple of values, so that equality can look inside."""
        if (
            isinstance(value, Ref)
            and isinstance(found := self.obj(st, value), ListObj)
            and not found.more
            and found.kind != "set"
        ):
            return Tup(found.items)
        return value

    def overridden(self: Interp, op: str, left: Value, right: Value, st: State, site: Any) -> Found | None:
        """A project class with its own __eq__ is asked."""
        if op in ("==", "!=") and isinstance(left, Ref) and isinstance(found := self.obj(st, left), Inst):
            if isinstance(found.cls, Cls) and (own := found.cls.info.lookup("__eq__")) and isinstance(own[0], Func):
                results = self.call(
                    Func(own[0].module, own[0].node, own[0].frame, left, own[1]), [right], [], st, None, site
                )
                return results if op == "==" else [(s, ops.unary("not", v)) for s, v in results]
        return None

    def enum_value(self: Interp, st: State, value: Value, other: Value) -> Value:
        """A str or int enum member compares like its value; a plain member compared with a plain value stays itself."""
        found = []
        changed = False
        for mask, part in parts(value, st.mask):
            if isinstance(part, Ref) and isinstance(obj := self.obj(st, part), Inst) and isinstance(obj.cls, Cls):
                info = obj.cls.info
                mixed = {n.rsplit(".", 1)[-1] for n in info.outside()} & {
                    "str",
                    "int",
                    "IntEnum",
                    "StrEnum",
                    "HTTPStatus",
                }
                if info.is_enum() and mixed and "value" in obj.attrs:
                    part, changed = obj.attrs["value"], True
            found.append((mask, part))
        return split(found) if changed else value

    def contained(self: Interp, op: str, item: Value, box: Value, st: State, site: Any) -> Found:
        """`item in box`."""
        if isinstance(box, Split) and all(isinstance(p, (Const, Unk)) for _, p in box.parts):
            if field_of(box) in ("message", "code-text"):
                self.note_text(box, st, site)
            return self.lifted(st, (item, box), lambda i, b: _text_in(op, i, b), site)
        found: Found = []
        for s, one in self.by_part(st, box):
            value = self.contained_in(item, one, s, site)
            if op == "not in":
                value = (
                    split((m, ops.unary("not", p)) for m, p in parts(value, s.mask))
                    if not isinstance(value, Thrown)
                    else value
                )
            found.append((s, value))
        return found

    def contained_in(self: Interp, item: Value, box: Value, st: State, site: Any) -> Value:
        """Membership in one container."""
        if isinstance(box, JsonVal):
            return self.key_in_body(item, box, st)
        if isinstance(box, Const) and isinstance(box.v, str):
            self.note_text(box, st, site)
            return split((m, _in_text(p, box)) for m, p in parts(self.enum_value(st, item, box), st.mask))
        if isinstance(box, Const) and isinstance(box.v, range):
            self.note_range(item, box, st, site)
            return split(
                (m, Const(p.v in box.v) if isinstance(p, Const) else ops.unknown("in", p, box))
                for m, p in parts(item, st.mask)
            )
        if isinstance(box, (Unk, RawVal)):
            return self.in_unknown(item, box, st, site)
        obj = self.obj(st, box) if isinstance(box, Ref) else None
        if isinstance(box, Cls) and box.info.is_enum():
            items: tuple[Value, ...] = tuple(
                self.obj(st, m).attrs["value"] for m in box.info.attrs.values() if isinstance(m, Ref)
            )
            more = False
        elif isinstance(obj, DictObj):
            items, more = tuple(k for k, _ in obj.items), obj.more
        else:
            known, more = self.items_of(st, box)
            if known is None:
                return ops.unknown("in", item, box, type_="bool")
            items = tuple(known)
        items = tuple(self.enum_value(st, i, item) for i in items)
        item = self.enum_value(st, item, NONE)
        self.note_comparison("in", item, items, st, site)
        return split((m, ops.member(p, items, more)) for m, p in parts(item, st.mask))

    def in_unknown(self: Interp, item: Value, box: Value, st: State, site: Any) -> Value:
        """`"word" in message`, or membership in something unknown."""
        if field_of(box) in ("message", "code-text", None) and isinstance(item, Const) and isinstance(item.v, str):
            self.note_text(box, st, site)
        return ops.unknown("in", item, box, type_="bool")

    def v_Comp(self: Interp, expr: ir.Comp, st: State, cx: Cx) -> Found:
        """A comprehension: run as a loop where the source is known, else one symbolic item."""
        from .interp import Cx as Context

        frame = self.new_frame(cx.frame)
        inner = Context(cx.module, frame, cx.func, cx.owner, cx.on_yield)
        found: Found = []
        for s, items, more in self.comp_items(expr, 0, st, inner):
            if isinstance(items, Thrown):
                found.append((s, items))
            elif expr.kind == "dict":
                pairs = {k: v for k, v in items}
                found.append((s, self.alloc(s, DictObj(tuple(pairs.items()), more))))
            else:
                kind = "set" if expr.kind == "set" else "list"
                found.append((s, self.alloc(s, ListObj(tuple(items), more, kind))))
        return found

    def comp_items(self: Interp, expr: ir.Comp, index: int, st: State, cx: Cx) -> list[tuple[State, Any, bool]]:
        """The items that the comprehension gives from generator `index` on, and whether there may be more."""
        if index == len(expr.gens):
            wanted = [expr.value] if expr.key is None else [expr.key, expr.value]
            return [
                (s, v if isinstance(v, Thrown) else [tuple(v) if expr.key is not None else v[0]], False)
                for s, v in self.ev_many(wanted, st, cx)
            ]
        gen = expr.gens[index]
        results: list[tuple[State, Any, bool]] = []
        for s, source in self.ev(gen.iter, st, cx):
            if isinstance(source, Thrown):
                results.append((s, source, False))
                continue
            for part, one in self.by_part(s, source):
                results.extend(self.comp_over(expr, index, gen, one, part, cx))
        return results

    def comp_over(
        self: Interp, expr: ir.Comp, index: int, gen: ir.Generator, source: Value, st: State, cx: Cx
    ) -> list[tuple[State, Any, bool]]:
        known, more = self.items_of(st, source)
        items = known if known is not None else [Unk(("item", key_of(source), 0), taint=tainted(source))]
        more = more or known is None
        going: list[tuple[State, Any, bool]] = [(st, [], more)]
        for item in items[:60]:
            after: list[tuple[State, Any, bool]] = []
            for state, done, open_ in going:
                if isinstance(done, Thrown):
                    after.append((state, done, open_))
                    continue
                for bound, comp in self.assign(gen.target, item, state, cx):
                    if comp is not None:
                        continue
                    for kept, answer in self.all_true(gen.ifs, bound, cx):
                        if isinstance(answer, Thrown):
                            after.append((kept, answer, open_))
                        elif not answer:
                            after.append((kept, done, open_))
                        else:
                            for last, inner, inner_open in self.comp_items(expr, index + 1, kept, cx):
                                after.append(
                                    (last, inner if isinstance(inner, Thrown) else done + inner, open_ or inner_open)
                                )
            going = after
        return going

    def all_true(self: Interp, tests: list[ir.Expr], st: State, cx: Cx) -> list[tuple[State, Any]]:
        """The ifs of a comprehension."""
        going: list[tuple[State, Any]] = [(st, True)]
        for test in tests:
            going = [r for s, ok in going for r in (self.branch(test, s, cx) if ok is True else [(s, ok)])]
        return going

    # --- reading parts

    def v_Attr(self: Interp, expr: ir.Attr, st: State, cx: Cx) -> Found:
        found: Found = []
        for s, owner in self.ev(expr.value, st, cx):
            if isinstance(owner, Thrown):
                found.append((s, owner))
            else:
                found.extend(self.attr(owner, expr.attr, s, cx, (cx.module, expr.n)))
        return found

    def attr(self: Interp, owner: Value, name: str, st: State, cx: Cx | None, site: Any) -> Found:
        """`owner.name`."""
        if isinstance(owner, Split):
            pieces = list(parts(owner, st.mask))
            if all(not isinstance(p, (Ref, Cls, Super, Mod)) for _, p in pieces):
                return self.lifted(st, (owner,), lambda v: self.plain_attr(v, name, st, site), site)
            return [r for m, p in pieces for r in self.attr(p, name, st.fork(m), cx, site)]
        match owner:
            case Ref():
                return self.ref_attr(owner, name, st, cx, site)
            case Cls(info):
                return [(st, self.class_attr(info, name, st))]
            case Mod(path):
                value = self.member_of(path, name)
                return [(st, value if value is not None else Unk(("attr", path, name)))]
            case Super(info, bound):
                for base in info.mro()[1:]:
                    if not isinstance(base, str) and name in base.attrs:
                        return [(st, self.bind(base.attrs[name], bound, base))]
                return [(st, Method(owner, name))]
            case ReplyVal(reply) if self.replies[reply].domain is not None or self.replies[reply].ok:
                return self.reply_attr(owner, name, st, site)
        return self.lifted(st, (owner,), lambda v: self.plain_attr(v, name, st, site), site)

    def plain_attr(self: Interp, owner: Value, name: str, st: State, site: Any) -> Value:
        """An attribute of a value without state."""
        match owner:
            case Ext(outer):
                status = _status_constant(outer, name)
                return Const(status) if status is not None else Ext(f"{outer}.{name}")
            case Const(v):
                if v is None:
                    raise ops.PyError("AttributeError")
                if name == "value" and isinstance(v, int):
                    return owner
                if hasattr(v, name):
                    value = getattr(v, name)
                    return Method(owner, name) if callable(value) else Const(value, owner.field)
                raise ops.PyError("AttributeError")
            case Unk(_, type_, field):
                return Method(owner, name) if type_ == "str" or field else self.unknown_attr(owner, name)
            case _:
                return Method(owner, name)

    def unknown_attr(self: Interp, owner: Value, name: str) -> Value:
        """An attribute of something unknown: unknown too, with a structural identity."""
        return Unk(("attr", key_of(owner), name), taint=tainted(owner))

    def reply_attr(self: Interp, reply: ReplyVal, name: str, st: State, site: Any) -> Found:
        """An attribute of a response."""
        info = self.replies[reply.reply]
        if name in STATUS_ATTRS:
            return [(st, self.status_of(reply, st))]
        if name in ("ok", "is_success", "is_error", "is_client_error", "is_server_error", "has_redirect_location"):
            self.note_status(reply, st, site)
            status = self.status_of(reply, st)
            return [(st, split((m, _status_flag(name, p)) for m, p in parts(status, st.mask)))]
        if name in RAW_ATTRS:
            return [(st, RawVal(reply.reply))]
        if name == "headers":
            return [(st, Unk(("headers", info.key), "dict", "header", True))]
        if name in ("reason", "reason_phrase", "msg"):
            return [(st, Unk(("reason", info.key), "str", "message", True))]
        if name in (
            "url",
            "request",
            "elapsed",
            "history",
            "cookies",
            "encoding",
            "links",
            "request_info",
            "http_version",
        ):
            return [(st, Unk((name, info.key)))]
        return [(st, Method(reply, name))]

    def status_of(self: Interp, reply: ReplyVal, st: State) -> Value:
        """The HTTP status by point; 200 for a reply that simply succeeds."""
        info = self.replies[reply.reply]
        if info.domain is None or info.ok:
            return Const(200, "status") if info.ok else Unk(("status", info.key), "int", None, True)
        return split(info.domain.status(st.mask & info.domain.full))

    def ref_attr(self: Interp, ref: Ref, name: str, st: State, cx: Cx | None, site: Any) -> Found:
        """An attribute of a heap object."""
        obj = self.obj(st, ref)
        if not isinstance(obj, Inst):
            return [(st, Method(ref, name))]
        if name in obj.attrs:
            return [(st, narrow(obj.attrs[name], st.mask))]
        if name == "__class__":
            return [(st, obj.cls)]
        if name == "__dict__":
            return [(st, self.alloc(st, DictObj(tuple((Const(k), v) for k, v in obj.attrs.items()))))]
        if isinstance(obj.cls, Cls):
            found = obj.cls.info.lookup(name)
            if found is not None:
                return self.class_member(ref, found[0], found[1], name, st, cx, site)
            return self.missing_attr(ref, obj, name, st, cx, site)
        return self.outside_attr(ref, obj, name, st, site)

    def class_member(
        self: Interp, ref: Ref, value: Value, owner: Any, name: str, st: State, cx: Cx | None, site: Any
    ) -> Found:
        """A method bound to its object, a property called, a class attribute as it is."""
        if isinstance(value, Made) and value.name in ("property", "cached_property") and value.args:
            results = self.call(self.bind(value.args[0], ref, owner), [], [], st, cx, site)
            if value.name == "cached_property":
                for s, v in results:
                    if not isinstance(v, Thrown):
                        self.set_attr(s, ref, name, v, site)
            return results
        return [(st, self.bind(value, ref, owner))]

    def bind(self: Interp, value: Value, ref: Value, owner: Any) -> Value:
        """A function found on a class, bound to an object."""
        match value:
            case Func(module, node, frame, None, own):
                return Func(module, node, frame, ref, own or owner)
            case Wrapped(kind, func, policy, module, n):
                return Wrapped(kind, self.bind(func, ref, owner), policy, module, n)
            case Made("staticmethod", args):
                return args[0]
            case Made("classmethod", args):
                cls = ref
                if isinstance(ref, Ref):
                    cls = Cls(owner)
                return self.bind(args[0], cls, owner)
            case Lam():
                return Partial(value, (ref,), ())
            case Partial(func, args, kwargs) if isinstance(func, Func) and func.bound is None and not args:
                return Partial(self.bind(func, ref, owner), args, kwargs)
        return value

    def class_attr(self: Interp, info: Any, name: str, st: State) -> Value:
        """`Class.name`."""
        if name == "__name__":
            return Const(info.name)
        if name == "__members__" and info.is_enum():
            return self.alloc(st, DictObj(tuple((Const(k), v) for k, v in info.attrs.items() if isinstance(v, Ref))))
        found = info.lookup(name)
        if found is None:
            return Method(Cls(info), name)
        value, owner = found
        if isinstance(value, Made) and value.name == "classmethod":
            return self.bind(value.args[0], Cls(info), owner)
        if isinstance(value, Made) and value.name == "staticmethod":
            return value.args[0]
        return narrow(value, st.mask)

    def missing_attr(self: Interp, ref: Ref, obj: Inst, name: str, st: State, cx: Cx | None, site: Any) -> Found:
        """An attribute that no project class defines: __getattr__, an outside base, an exception's own, or an error."""
        info = obj.cls.info  # type: ignore[attr-defined]  # the caller checked for Cls
        if (own := info.lookup("__getattr__")) and isinstance(own[0], Func):
            return self.call(self.bind(own[0], ref, own[1]), [Const(name)], [], st, cx, site)
        if info.is_enum() and name in ("value", "name"):
            return [(st, obj.attrs.get(name, Unk(("enum", key_of(ref), name))))]
        if name == "args":
            return [(st, Tup(obj.args))]
        if name.startswith("__"):
            return [(st, obj.attrs.get(name, NONE) if name in ("__cause__", "__context__") else Method(ref, name))]
        outside = {n for n in info.outside() if n not in ("builtins.object", "abc.ABC", "typing.Generic")}
        if "__reply__" in obj.attrs:
            return self.attr(obj.attrs["__reply__"], name, st, cx, site)
        if not outside or (
            info.is_exception() and outside <= {"builtins.Exception", "builtins.ValueError", "builtins.RuntimeError"}
        ):
            if info.is_exception() and name in ("with_traceback", "add_note"):
                return [(st, Method(ref, name))]
            return [(st, self.throw(st, "builtins.AttributeError", site))]
        return [(st, Method(ref, name) if info.is_record() else Unk(("attr", ref, name)))]

    def outside_attr(self: Interp, ref: Ref, obj: Inst, name: str, st: State, site: Any) -> Found:
        """An attribute of an outside object that a model keeps: an exception with a reply, a session."""
        reply = obj.attrs.get("__reply__")
        if reply is not None and (
            name in STATUS_ATTRS | RAW_ATTRS
            or name in ("json", "headers", "reason", "getcode", "msg", "info", "message")
        ):
            if name == "message":
                return [(st, Unk(("reason", key_of(reply)), "str", "message", True))]
            return self.attr(reply, name, st, None, site)
        if name == "args":
            return [(st, Tup(obj.args))]
        if name in ("response", "request") and reply is None and is_exception_name(str(getattr(obj.cls, "name", ""))):
            return [(st, NONE if "__crash__" in obj.attrs else Unk(("attr", ref, name)))]
        return [(st, Method(ref, name))]

    def set_attr(self: Interp, st: State, owner: Value, name: str, value: Value, site: Any) -> None:
        """`owner.name = value`."""
        if isinstance(owner, Ref) and isinstance(obj := self.obj(st, owner), Inst):
            st.heap[owner.id] = Inst(obj.cls, {**obj.attrs, name: value}, obj.args)
            if st.sent and not self.is_local(owner):
                self.effect(st, site, f"{name} =", (value,))
        elif isinstance(owner, Cls):
            owner.info.attrs[name] = value
        elif isinstance(owner, (Unk, Made)):
            self.effect(st, site, f"{name} =", (value,))

    def is_local(self: Interp, ref: Ref) -> bool:
        """Objects made during the run are the client's own; what they hold is judged by what is returned."""
        return True

    def v_Sub(self: Interp, expr: ir.Sub, st: State, cx: Cx) -> Found:
        if isinstance(expr.index, ir.Slice):
            return self.sliced(expr, st, cx)
        found: Found = []
        for s, values in self.ev_many([expr.value, expr.index], st, cx):
            if isinstance(values, Thrown):
                found.append((s, values))
            else:
                found.extend(self.item(s, values[0], values[1], (cx.module, expr.n)))
        return found

    def sliced(self: Interp, expr: ir.Sub, st: State, cx: Cx) -> Found:
        """`text[:2]`, `items[1:]`."""
        assert isinstance(expr.index, ir.Slice)
        bounds = [expr.index.lower, expr.index.upper, expr.index.step]
        wanted = [expr.value, *(b for b in bounds if b is not None)]
        found: Found = []
        for s, values in self.ev_many(wanted, st, cx):
            if isinstance(values, Thrown):
                found.append((s, values))
                continue
            rest = iter(values[1:])
            limits = tuple(next(rest) if b is not None else NONE for b in bounds)
            if isinstance(values[0], Ref):
                known, more = self.items_of(s, values[0])
                if known is not None and not more and all(isinstance(x, Const) for x in limits):
                    cut = slice(*(x.v for x in limits if isinstance(x, Const)))
                    found.append((s, self.alloc(s, ListObj(tuple(known[cut])))))
                else:
                    found.append((s, ops.unknown("slice", values[0], *limits)))
            else:
                found.extend(self.lifted(s, (values[0], *limits), _slice, (cx.module, expr.n)))
        return found

    def item(self: Interp, st: State, owner: Value, key: Value, site: Any, default: Value | None = None) -> Found:
        """`owner[key]`; with a default, what `.get` gives. A missing key is a KeyError, noted as a miss."""
        found: Found = []
        for s, one in self.by_part(st, owner):
            found.extend(self.item_of(s, one, key, site, default))
        return found

    def item_of(self: Interp, st: State, owner: Value, key: Value, site: Any, default: Value | None) -> Found:
        """One container."""
        if isinstance(owner, JsonVal):
            return self.body_item(st, owner, key, site, default)
        obj = self.obj(st, owner) if isinstance(owner, Ref) else None
        if isinstance(obj, DictObj):
            return self.dict_item(st, obj, key, site, default)
        if isinstance(obj, Inst) and isinstance(obj.cls, Cls):
            if (own := obj.cls.info.lookup("__getitem__")) and isinstance(own[0], Func):
                return self.call(self.bind(own[0], owner, own[1]), [key], [], st, None, site)
            return [(st, ops.unknown("item", owner, key))]
        if isinstance(owner, Cls):
            return self.class_item(st, owner, key, site)
        known, more = self.items_of(st, owner)
        if known is not None and not (isinstance(obj, ListObj) and obj.kind == "set"):
            return self.lifted(st, (key,), lambda k: _index(known, more, k, owner), site)
        if isinstance(owner, Const):
            return self.lifted(st, (owner, key), _const_item, site)
        if isinstance(owner, Unk) and isinstance(key, Const) and isinstance(key.v, str):
            self.note_inside(owner, key.v, st, site)
            if owner.type == "str":
                return [(st, self.throw(st, "builtins.TypeError", site))]
        if isinstance(owner, Ext):
            literal = owner.name.endswith(".Literal")
            items = key.items if isinstance(key, Tup) else (key,)
            return [(st, Made("typing.Literal", items) if literal else owner)]
        return [(st, ops.unknown("item", owner, key))]

    def class_item(self: Interp, st: State, owner: Cls, key: Value, site: Any) -> Found:
        """`Enum["NAME"]`; a subscripted generic is the class itself."""
        if not owner.info.is_enum():
            return [(st, owner)]
        members = {k: v for k, v in owner.info.attrs.items() if isinstance(v, Ref)}

        def pick(k: Value) -> Value:
            if not isinstance(k, Const):
                return ops.unknown("member", owner, k)
            if k.v not in members:
                raise ops.PyError("KeyError")
            return members[k.v]

        return self.lifted(st, (key,), pick, site)

    def dict_item(self: Interp, st: State, obj: DictObj, key: Value, site: Any, default: Value | None) -> Found:
        """A lookup in a dict of known keys, point by point."""
        table = [(self.enum_value(st, k, NONE), v) for k, v in obj.items]
        key = self.enum_value(st, key, NONE)
        self.note_comparison("in", key, tuple(k for k, _ in table), st, site)

        def pick(k: Value) -> Value:
            unsure = obj.more
            for candidate, value in reversed(table):
                same = ops.equal(k, candidate)
                if same is True:
                    return value
                unsure = unsure or same is None
            if unsure:
                return Unk(("lookup", site, key_of(k)), taint=tainted(k))
            if default is not None:
                return default
            raise ops.PyError("KeyError")

        found = self.lifted(st, (key,), pick, site)
        # A value found in the table may itself depend on the point.
        return [(s, narrow(v, s.mask)) for s, v in found]

    # --- bodies

    def body_item(self: Interp, st: State, body: JsonVal, key: Value, site: Any, default: Value | None) -> Found:
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

    def body_at(self: Interp, st: State, body: JsonVal, pointer: str, site: Any, default: Value | None) -> Found:
        """What stands at a pointer of a reply's body."""
        from .domain import Place

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
            found.append((state, self.throw(state, "builtins.KeyError", site)))
        return found

    def ok_item(self: Interp, info: Any, body: JsonVal, pointer: str, default: Value | None) -> Value:
        """A place in a body that simply succeeds: error fields are absent, the rest is unknown."""
        if info.ok and info.domain is not None:
            success = info.domain.success
            for _, value in info.domain.at(pointer, success, info.key) if success else ():
                if value is ABSENT:
                    return NONE if default is None else default
                if isinstance(value, Value):
                    return value
        return Unk((info.key, pointer), taint=True)

    def key_in_body(self: Interp, key: Value, body: JsonVal, st: State) -> Value:
        """`"error" in body`."""
        info = self.replies[body.reply]
        if info.domain is None or info.ok or not isinstance(key, Const):
            value = self.ok_item(info, body, f"{body.pointer}/{key.v}", ABSENT) if isinstance(key, Const) else ABSENT
            return FALSE if value is ABSENT and isinstance(key, Const) else ops.unknown("in", key, body, type_="bool")
        found: list[tuple[int, Value]] = []
        for mask, value in info.domain.at(f"{body.pointer}/{key.v}", st.mask, info.key):
            if isinstance(value, Unk) and value.field is None and value.type is None:
                found.append((mask, ops.unknown("in", key, value, type_="bool")))
            else:
                found.append((mask, FALSE if value is ABSENT else TRUE))
        return split(found)

    # --- facts

    def note_comparison(self: Interp, op: str, value: Value, literals: tuple[Value, ...], st: State, site: Any) -> None:
        """Remember that a field was compared with literals."""
        name = field_of(value)
        if name is None or st.target is None or op in ("is", "is not"):
            return
        self.facts.looked.add(name)
        if op in ("<", "<=", ">", ">="):
            return
        domain = self.replies[st.target[0]].domain
        if domain is None:
            return
        fact = self.facts.comparisons.setdefault(
            (site, name), Comparison(name, domain.contract.provider, op=op, domain=domain)
        )
        fact.seen |= st.mask
        for mask, part in parts(value, st.mask):
            if not isinstance(part, Const):
                continue
            fact.values.add((type(part.v).__name__, part.v) if _hashable(part.v) else repr(part.v))
            for literal in literals:
                for _, one in parts(literal, st.mask):
                    if isinstance(one, Const) and one.field is None and _hashable(one.v):
                        hit = mask if ops.equal(part, one) else 0
                        fact.literals[one.v] = fact.literals.get(one.v, 0) | hit
                        fact.hits |= hit

    def note_range(self: Interp, item: Value, box: Const, st: State, site: Any) -> None:
        """A string is in no range: note the range's ends as literals that the field was compared with."""
        if any(isinstance(p, Const) and isinstance(p.v, str) for _, p in parts(item, st.mask)) and len(box.v):
            self.note_comparison("in", item, (Const(box.v[0]), Const(box.v[-1])), st, site)
            name = field_of(item)
            if name is not None and (fact := self.facts.comparisons.get((site, name))) is not None:
                fact.derived = True

    def note_text(self: Interp, value: Value, st: State, site: Any) -> None:
        """Remember that human-readable text was looked at."""
        if (field_of(value) in ("message", "code-text") or isinstance(value, RawVal)) and st.target is not None:
            domain = self.replies[st.target[0]].domain
            before = self.facts.texts.get(site)
            self.facts.texts[site] = (st.mask | (before[0] if before else 0), domain)

    def note_read(self: Interp, body: JsonVal, pointer: str, st: State, site: Any) -> None:
        """Remember that a place of the body was read."""
        info = self.replies[body.reply]
        self.facts.reads.setdefault((site, pointer), info.domain)

    def note_inside(self: Interp, owner: Unk, name: str, st: State, site: Any) -> None:
        """Remember a read inside a place of the body that holds no object as far as the page shows."""
        if st.target is not None and isinstance(owner.key, tuple) and len(owner.key) == 2:
            info = self.replies[st.target[0]]
            if owner.key[0] == info.key and isinstance(owner.key[1], str):
                self.facts.reads.setdefault((site, f"{owner.key[1]}/{name}"), info.domain)

    def note_status(self: Interp, reply: ReplyVal, st: State, site: Any) -> None:
        """Remember a check of the HTTP status."""

    # --- collections

    def items_of(self: Interp, st: State, value: Value) -> tuple[list[Value] | None, bool]:
        """The items of a collection, and whether there may be more; None where nothing is known."""
        match value:
            case Tup(items):
                return list(items), False
            case Const(v) if isinstance(v, (tuple, frozenset, range, str)) and len(v) <= 2000:
                return [Const(x) for x in (sorted(v, key=repr) if isinstance(v, frozenset) else v)], False
            case Ref():
                obj = self.obj(st, value)
                if isinstance(obj, ListObj):
                    return list(obj.items), obj.more
                if isinstance(obj, DictObj):
                    return [k for k, _ in obj.items], obj.more
                if isinstance(obj, Inst) and isinstance(obj.cls, Cls) and obj.cls.info.is_record():
                    if any(n.endswith("NamedTuple") for n in obj.cls.info.outside()):
                        return [
                            obj.attrs.get(f[0], Unk(("field", value, f[0]))) for f in obj.cls.info.all_fields()
                        ], False
            case Cls(info) if info.is_enum():
                return [v for v in info.attrs.values() if isinstance(v, Ref)], False
        return None, True

    def set_item(self: Interp, st: State, owner: Value, key: Value, value: Value, site: Any) -> None:
        """`owner[key] = value`."""
        if not isinstance(owner, Ref):
            if isinstance(owner, (Unk, Made)):
                self.effect(st, site, "[…] =", (value,))
            return
        obj = self.obj(st, owner)
        if isinstance(obj, DictObj):
            items = dict(obj.items)
            items[key] = value
            st.heap[owner.id] = DictObj(tuple(items.items()), obj.more)
        elif (
            isinstance(obj, ListObj)
            and isinstance(key, Const)
            and isinstance(key.v, int)
            and -len(obj.items) <= key.v < len(obj.items)
        ):
            listed = list(obj.items)
            listed[key.v] = value
            st.heap[owner.id] = ListObj(tuple(listed), obj.more, obj.kind)
        elif isinstance(obj, ListObj):
            st.heap[owner.id] = ListObj(obj.items, True, obj.kind)


def _status_constant(outer: str, name: str) -> int | None:
    """`HTTPStatus.NOT_FOUND`, `requests.codes.ok`, `status.HTTP_404_NOT_FOUND`; `HTTPStatus.X.value` too."""
    import http

    if outer in ("http.HTTPStatus", "http.client", "requests.codes", "httpx.codes", "requests.status_codes.codes"):
        member = getattr(http.HTTPStatus, name.upper(), None)
        if member is None and name == "too_many":
            member = http.HTTPStatus.TOO_MANY_REQUESTS
        return int(member) if isinstance(member, http.HTTPStatus) else None
    if name.startswith("HTTP_") and name[5:8].isdigit():
        return int(name[5:8])
    return None


def _format(*values: Value) -> Value:
    if any(field_of(v) in ("code", "status", "advice", "code-text") for v in values) and len(values) > 1:
        texts = [ops.text(v) for v in values]
        if all(t is not None for t in texts):
            return Const("".join(t for t in texts if t is not None), "code-text")
        return Unk(("format", *(key_of(v) for v in values)), "str", "code-text", any(tainted(v) for v in values))
    texts = [ops.text(v) for v in values]
    if all(t is not None for t in texts):
        fields = {f for v in values if (f := field_of(v))}
        return Const(
            "".join(t for t in texts if t is not None), fields.pop() if len(fields) == 1 and len(values) == 1 else None
        )
    return Unk(("format", *(key_of(v) for v in values)), "str", _single_field(values), any(tainted(v) for v in values))


def _single_field(values: tuple[Value, ...]) -> str | None:
    fields = {field_of(v) for v in values if field_of(v)}
    return fields.pop() if len(fields) == 1 else None


def _text_in(op: str, item: Value, box: Value) -> Value:
    """`item in text` for one text."""
    if isinstance(item, Const) and isinstance(box, Const):
        if not isinstance(box.v, (str, tuple, frozenset, range)):
            raise ops.PyError("TypeError")
        return Const((item.v in box.v) == (op == "in"))
    value = ops.unknown("in", item, box, type_="bool")
    return value if op == "in" else ops.unary("not", value)


def _in_text(part: Value, box: Const) -> Value:
    if isinstance(part, Const):
        return Const(isinstance(part.v, str) and part.v in box.v)
    return ops.unknown("in", part, box, type_="bool")


def _slice(value: Value, lower: Value, upper: Value, step: Value) -> Value:
    if isinstance(value, Tup) and all(isinstance(x, Const) for x in (lower, upper, step)):
        return Tup(value.items[slice(lower.v, upper.v, step.v)])  # type: ignore[attr-defined]  # checked above
    if all(isinstance(x, Const) for x in (value, lower, upper, step)):
        return Const(ops.subscript_const(value.v, slice(lower.v, upper.v, step.v)), field_of(value))  # type: ignore[attr-defined]
    return ops.unknown("slice", value, lower, upper, step)


def _index(known: list[Value], more: bool, key: Value, owner: Value) -> Value:
    if isinstance(key, Const) and isinstance(key.v, (int, bool)):
        if -len(known) <= key.v < len(known) and not (more and key.v < 0):
            return known[key.v]
        if not more:
            raise ops.PyError("IndexError")
        return ops.unknown("item", owner, key)
    if isinstance(key, Unk) and known and not more and all(v == known[0] for v in known):
        return known[0]
    return ops.unknown("item", owner, key)


def _const_item(owner: Value, key: Value) -> Value:
    if isinstance(owner, Const) and isinstance(key, Const):
        if owner.v is None:
            raise ops.PyError("TypeError")
        return Const(ops.subscript_const(owner.v, key.v), owner.field)
    return ops.unknown("item", owner, key)


def _status_flag(name: str, status: Value) -> Value:
    if not isinstance(status, Const):
        return ops.unknown(name, status, type_="bool")
    code = status.v
    return Const(
        {
            "ok": code < 400,
            "is_success": 200 <= code < 300,
            "is_error": code >= 400,
            "is_client_error": 400 <= code < 500,
            "is_server_error": code >= 500,
        }.get(name, False)
    )


def _hashable(value: Any) -> bool:
    try:
        hash(value)
    except TypeError:
        return False
    return True
