"""What an entry point is called with: unknown values, shaped by annotations and constructors."""

from __future__ import annotations

from typing import Any, Final

from . import ir
from .flow.classes import ClassInfo
from .flow.interp import Cx, Interp
from .flow.state import Inst, State
from .flow.values import Cls, Ext, Func, Lam, Made, Partial, Ref, Unk, Value
from .models.sessions import SESSIONS
from .roots import find_roots, innermost, is_test

DEPENDS: Final = frozenset({"fastapi.Depends", "fastapi.Security"})
"""What names, as a parameter's default, the function that a framework calls for the argument."""

ENVIRONMENT: Final = frozenset({"environ", "getenv"})
"""What names the environment's variables (`os.environ["KEY"]`, `os.getenv("KEY")`)."""
SESSION_NAMES: Final = frozenset(name.rpartition(".")[2] for name in SESSIONS)


def arguments(it: Interp, func: Func, method: bool, st: State, task: bool = False) -> list[Value]:
    """Unknown arguments for a function's parameters; annotated ones of the kind that the annotation says."""
    params = [p for p in func.node.params if p.kind == "pos"]
    if method and params:
        params = params[1:]
    if task and params and params[0].name in ("self", "task") and not method:
        params = params[1:]
    found: list[Value] = []
    for param in params:
        if (depended := _depended(it, param, func, st)) is not None:
            found.append(depended)
        elif param.default is not None:
            found.append(it.default_of(param, func, st))
        else:
            found.append(symbolic(it, param, func, st, 0))
    return found


def _depended(it: Interp, param: ir.Param, func: Func, st: State) -> Value | None:
    """What a framework hands over for a parameter that names what makes it (`api: Api = Depends(get_api)`, or in
    `Annotated`); where nothing is named (`Depends()`), an instance of its class. None for any other parameter."""
    given: list[ir.Expr | None] = [param.default]
    match param.annotation:
        case ir.Sub(value=ir.Name(id="Annotated"), index=ir.Seq(items=items)):
            given += items[1:]
    cx = Cx(func.module, func.frame if func.frame is not None else it.module_frame(func.module))
    for expr in given:
        if not isinstance(expr, ir.Call) or not isinstance(expr.func, (ir.Name, ir.Attr)):
            continue
        called = it.ev(expr.func, st.fork(), cx)
        if not called or not isinstance(called[0][1], Ext) or called[0][1].name not in DEPENDS:
            continue
        maker = it.ev(expr.args[0], st.fork(), cx)[0][1] if expr.args else None
        if isinstance(maker, Func) and (found := _made_by(it, maker, st)) is not None:
            return found
        return symbolic(it, param, func, st, 0)
    return None


def symbolic(it: Interp, param: ir.Param, func: Func, st: State, depth: int) -> Value:
    """An unknown argument."""
    unknown = Unk(("param", func.module, func.node.n, param.name), annotated_type(param.annotation))
    if param.annotation is None:
        return unknown
    cx = Cx(func.module, func.frame if func.frame is not None else it.module_frame(func.module))
    return of_annotation(it, param.annotation, cx, st, depth) or unknown


def annotated_type(annotation: ir.Expr | None) -> str | None:
    """The plain type that an annotation names."""
    if isinstance(annotation, ir.Name) and annotation.id in ("str", "int", "float", "bool", "dict", "list", "bytes"):
        return annotation.id
    return None


def of_annotation(it: Interp, annotation: ir.Expr, cx: Cx, st: State, depth: int) -> Value | None:
    """An instance of the project class or HTTP session that an annotation names."""
    match annotation:
        case ir.Const(value=str(text)) if text.isidentifier():
            annotation = ir.Name(annotation.n, text)
        case ir.Bin(op="|", left=left, right=right):
            return of_annotation(it, left, cx, st, depth) or of_annotation(it, right, cx, st, depth)
        case ir.Sub(value=ir.Name(id="Optional" | "Annotated"), index=inner):
            first = inner.items[0] if isinstance(inner, ir.Seq) else inner
            return of_annotation(it, first, cx, st, depth)
    if not isinstance(annotation, (ir.Name, ir.Attr)):
        return None
    found = it.ev(annotation, st, cx)
    value = found[0][1] if found else None
    if isinstance(value, Cls):
        return symbolic_instance(it, value, st, depth)
    if isinstance(value, Ext) and value.name in SESSIONS:
        # Only in a file that is known to talk to a provider: else the factory would bind files that don't name it.
        bound = it.binder.bound.get(cx.module) is not None
        if bound and (own := from_factory(it, value, st)) is not None:
            return own
        made = it.call(value, [], [], st, None, (cx.module, annotation.n))
        return made[0][1] if made else None
    alias = _last_name(annotation)
    return None if alias in ("", "Callable") else callable_of(it, alias, st)


def _last_name(expr: ir.Expr | None) -> str:
    """The last part of a name with dots, in a text too; empty for what is no name."""
    match expr:
        case ir.Name(id=name) | ir.Attr(attr=name):
            return name
        case ir.Const(value=str(name)) if name.replace(".", "_").isidentifier():
            return name.rpartition(".")[2]
    return ""


def callable_of(it: Interp, alias: str, st: State) -> Value | None:
    """What is called under a name that stands for a kind of function (`Send = Callable[[str], Reply]`): what the one
    function of the project makes that is annotated to return such a one. None where there is none, or several."""
    key = f"alias {alias}"
    if key not in it.factories:
        makers = []
        if any(_defines_callable(node, alias) for module in it.modules.values() for node in module.body):
            roots = [root for root in find_roots(it) if root.owner is None and not is_test(root.path)]
            found = (innermost(root.value) for root in roots)
            makers = [func for func in found if func is not None and _last_name(func.node.returns) == alias]
        it.factories[key] = makers[0] if len(makers) == 1 else None
    func = it.factories[key]
    return None if func is None else _made_by(it, func, st, (Func, Lam, Partial))


def _defines_callable(node: ir.Stmt, alias: str) -> bool:
    """Whether a statement says that a name stands for a kind of function."""
    match node:
        case (
            ir.Assign(targets=[ir.Name(id=name)], value=ir.Sub(value=kind))
            | ir.AnnAssign(target=ir.Name(id=name), value=ir.Sub(value=kind))
        ):
            return name == alias and _last_name(kind) == "Callable"
    return False


def from_factory(it: Interp, wanted: Ext, st: State) -> Value | None:
    """A session made by the one function of the project that is annotated to return such a session."""
    if "?" not in it.factories:
        it.factories["?"] = None
        for root in find_roots(it):
            func = innermost(root.value) if root.owner is None else None
            if func is None or not isinstance(func.node.returns, (ir.Name, ir.Attr)):
                continue
            found = it.ev(func.node.returns, st.fork(), Cx(func.module, it.module_frame(func.module)))
            name = found[0][1].name if found and isinstance(found[0][1], Ext) else ""
            if name in SESSIONS:
                it.factories[name] = None if name in it.factories else func
    func = it.factories.get(wanted.name)
    return None if func is None else _made_by(it, func, st)


def only_session(it: Interp, st: State) -> Value | None:
    """A session as the function makes it in which the project makes its only one; None where it makes none or several,
    or makes it elsewhere."""
    if it.session_maker is None:
        it.session_maker = (_session_maker(it, st),)  # looked for once, also where there is none
    func = it.session_maker[0]
    made = None if func is None else _made_by(it, func, st)
    obj = it.obj(st, made) if isinstance(made, Ref) else None
    return made if isinstance(obj, Inst) and isinstance(obj.cls, Ext) and obj.cls.name in SESSIONS else None


def _session_maker(it: Interp, st: State) -> Func | None:
    modules = [(path, module) for path, module in it.modules.items() if not is_test(path)]
    calls = [node for path, module in modules for node in module.nodes(ir.Call) if _makes_session(it, path, node, st)]
    if len(calls) != 1:
        return None
    makers = (innermost(root.value) for root in find_roots(it) if root.owner is None)
    return next((f for f in makers if f is not None and any(n is calls[0] for n in f.node.inside())), None)


def _made_by(it: Interp, func: Func, st: State, kinds: tuple[type[Value], ...] = (Ref,)) -> Value | None:
    """What a function of the project makes, unless it is being run."""
    if any(n is func.node for n in it.stack):
        return None
    made = it.call(func, arguments(it, func, False, st), [], st, None, (func.module, func.node.n))
    return _settled(it, st, made, kinds)


def _makes_session(it: Interp, path: str, node: ir.Call, st: State) -> bool:
    called = node.func
    last = called.id if isinstance(called, ir.Name) else called.attr if isinstance(called, ir.Attr) else ""
    if last not in SESSION_NAMES:
        return False
    found = it.ev(called, st.fork(), Cx(path, it.module_frame(path)))
    return bool(found) and isinstance(found[0][1], Ext) and found[0][1].name in SESSIONS


def symbolic_instance(it: Interp, cls: Cls, st: State, depth: int) -> Value | None:
    """An instance made by its own constructor with unknown arguments; defaults stand. Of a class that only describes
    (a protocol, an abstract class) an instance of the one class of the project that can be it; None if several can."""
    info = cls.info
    if info.demands():
        able = [c for c in it.defined if c.stands_for(info) and not is_test(c.module)]
        return symbolic_instance(it, Cls(able[0]), st, depth) if len(able) == 1 else None
    if depth > 4 or info.is_enum() or info.is_typed_dict() or info.is_exception():
        return None
    if (own := _from_environment(it, cls, st)) is not None:
        return _given(it, own, st)
    site = (info.module, info.node.n)
    init = info.lookup("__init__")
    if init is None or not isinstance(init[0], Func):
        args = [
            _field(it, info, annotation, owner, default, name, st, depth)
            for name, annotation, default, owner in info.all_fields()
            if default is None
        ]
        if not info.is_record() and not info.all_fields():
            args = []
        made = it.construct(info, args, [], st, site) if info.is_record() or not args else []
        return _given(it, _settled(it, st, made), st)
    params = [p for p in init[0].node.params[1:] if p.kind == "pos" and p.default is None]
    keywords = [p for p in init[0].node.params[1:] if p.kind == "kw" and p.default is None]
    values = [symbolic(it, p, init[0], st, depth + 1) for p in params]
    kwargs = [(p.name, symbolic(it, p, init[0], st, depth + 1)) for p in keywords]
    stack, it.stack = it.stack, [*it.stack]
    try:
        return _given(it, _settled(it, st, it.construct(info, values, kwargs, st, site)), st)
    finally:
        it.stack = stack


def _from_environment(it: Interp, cls: Cls, st: State) -> Value | None:
    """An instance made by the one factory of its class that reads the environment and needs no argument
    (`Settings.from_env()`): its variables have their defaults. None where there is none, or it gives anything else."""
    makers = [
        made.args[0]
        for made in cls.info.attrs.values()
        if isinstance(made, Made) and made.name == "classmethod" and _reads_environment(made.args[0])
    ]
    if len(makers) != 1 or not isinstance(makers[0], Func) or any(n is makers[0].node for n in it.stack):
        return None
    func = makers[0]
    if any(p.default is None for p in func.node.params[1:] if p.kind in ("pos", "kw")):
        return None
    bound = it.bind(func, cls, cls.info)
    made = it.call(bound, [], [], st.fork(), None, (func.module, func.node.n))
    if len(made) != 1 or made[0][0].sent != st.sent or not isinstance(made[0][1], Ref):
        return None
    obj = it.obj(made[0][0], made[0][1])
    return _settled(it, st, made) if isinstance(obj, Inst) and obj.cls == cls else None


def _reads_environment(func: Value) -> bool:
    """Whether a function names the variables of the environment."""
    return isinstance(func, Func) and any(
        (isinstance(node, ir.Attr) and node.attr in ENVIRONMENT)
        or (isinstance(node, ir.Name) and node.id in ENVIRONMENT)
        for node in [*func.node.inside(), *(p.default for p in func.node.params)]
    )


def _given(it: Interp, made: Value | None, st: State) -> Value | None:
    """An object that was there before the run and is there after it: what it holds in the end is kept."""
    if isinstance(made, Ref):
        it.given.add(made.id)
        _enter(it, made, st)
    return made


def _enter(it: Interp, ref: Ref, st: State) -> None:
    """An object that is made for `with` is inside of one, where entering it gives itself and asks nobody."""
    obj = it.obj(st, ref)
    info = obj.cls.info if isinstance(obj, Inst) and isinstance(obj.cls, Cls) else None
    for name in ("__enter__", "__aenter__"):
        found = info.lookup(name) if info is not None else None
        if found is None or not isinstance(found[0], Func):
            continue
        entered = it.call(it.bind(found[0], ref, found[1]), [], [], st.fork(), None, (found[0].module, found[0].node.n))
        if len(entered) == 1 and entered[0][1] == ref and entered[0][0].sent == st.sent:
            st.frames, st.heap = entered[0][0].frames, entered[0][0].heap
            return


def _field(
    it: Interp, info: ClassInfo, annotation: ir.Expr, owner: ClassInfo, default: Any, name: str, st: State, depth: int
) -> Value:
    cx = Cx(owner.module, owner.frame or it.module_frame(owner.module), None, owner)
    return of_annotation(it, annotation, cx, st, depth + 1) or Unk(
        ("field", info.module, info.name, name), annotated_type(annotation)
    )


def _settled(
    it: Interp, st: State, made: list[tuple[State, Value]], kinds: tuple[type[Value], ...] = (Ref,)
) -> Value | None:
    """The first instance that a constructor gives, or what else is wanted; the state goes on from there."""
    for state, value in made:
        if isinstance(value, kinds):
            if state is not st:
                st.frames, st.heap = state.frames, state.heap
            return value
    return None
