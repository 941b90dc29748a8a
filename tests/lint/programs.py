"""Writes client programs: every combination of a transport, a way to tell an error, a dispatch and a retry.

`Program` is what was chosen, `render` writes it as Python. `fetch(base_url)` is a program's entry point.
"""

from __future__ import annotations

import ast
import re
import string
import textwrap
from dataclasses import dataclass, replace
from typing import Final

TRANSPORTS: Final = ("requests", "session", "httpx", "httpx-client", "urllib3", "urllib")
CHECKS: Final = {
    "flanks": (
        "status >= 400",
        "status != 200",
        "'error_code' in body",
        "body.get('error_code') is not None",
        "'error' in body or status == 202",
        "status not in (200, 201)",
    ),
    "khipu": (
        "body['Status'] == 'ERROR'",
        "body.get('Status') != 'OK'",
        "body.get('Error')",
        "body['Error'] is not None",
    ),
    "synapse": (
        "status != 200",
        "body.get('error_code', '0') != '0'",
        "body.get('error_code') not in ('0', None) or status >= 400",
        "not body.get('success', status == 200)",
    ),
    "klavi": (
        "body['code'] != 200",
        "body.get('code') not in (200, 201)",
        "body.get('code', 0) >= 300",
        "body['code'] // 100 != 2",
    ),
}
READS: Final = {
    "flanks": (
        "body['error_code']",
        "body.get('error_code')",
        "body.get('error_code', 0)",
        "(body or {}).get('error_code')",
    ),
    "khipu": ("body['Error']['Code']", "(body.get('Error') or {}).get('Code')", "body['Error'].get('Code', '')"),
    "synapse": ("body['error_code']", "body.get('error_code')", "body.get('error_code', '')"),
    "klavi": ("body['code']", "body.get('code')", "int(body['code'])"),
}
CODES: Final = {
    "flanks": (20001, 20002, 20003, 40001, 50001, 50002, 50003),
    "khipu": ("A000", "E101", "E150", "E200", "E201", "E299", "E300", "E401", "E500", "E999"),
    "synapse": ("100", "110", "120", "200", "400", "410", "429", "450", "460", "500", "503"),
    "klavi": (201, 202, 401, 402, 403, 406, 414, 415, 429, 432, 500, 503),
}  # fmt: skip
RANGES: Final = {
    "flanks": (
        "20000 <= code < 30000",
        "code // 10000 == 5",
        "str(code).startswith('500')",
        "code in range(20001, 20003)",
    ),
    "khipu": ("code.startswith('E2')", "'E200' <= code <= 'E299'", "code[:2] in ('E1', 'E4')", "code[0] == 'A'"),
    "synapse": ("code.startswith('4')", "'400' <= code <= '460'", "int(code) >= 500", "code[:2] == '11'"),
    "klavi": ("400 <= code < 500", "code in range(430, 440)", "code // 100 == 5", "str(code).endswith('3')"),
}
DISPATCHES: Final = ("one", "if", "set", "table", "strict-table", "match", "range", "enum")
RETRIES: Final = (
    "none", "for", "while", "while-true", "recursion", "tenacity", "tenacity-loop", "tenacity-for", "backoff",
    "endless", "for-else", "decorator", "higher-order",
)  # fmt: skip
WAITS: Final = ("none", "constant", "linear", "doubling", "list", "by-code")
WRAPS: Final = ("none", "same-class", "from", "class-by-code", "reraise")
"""What a layer between the request and the retry does with an error."""
AGAIN: Final = ("kind", "code", "advice", "any", "not-rejected")


@dataclass(frozen=True)
class Program:
    """What was chosen. transient, rejected: the codes that the dispatch tells apart."""

    provider: str
    transport: str
    check: str
    read: str
    dispatch: str
    span: str
    transient: tuple[int | str, ...]
    rejected: tuple[int | str, ...]
    raises: bool
    retry: str
    again: str
    wait: str
    seconds: float
    attempts: int
    guarded: bool
    reraise: bool
    wrap: str = "none"


def render(p: Program) -> str:
    """The program as Python."""
    parts = [_head(p), _kinds(p), _send(p), _once(p), _wrapped(p), _again(p), _fetch(p)]
    return "\n\n\n".join(part.strip("\n") for part in parts if part) + "\n"


def as_async(p: Program) -> str:
    """The program with httpx's asynchronous client; `fetch` is a coroutine function."""
    source = render(replace(p, transport="httpx-client"))
    source = source.replace("with httpx.Client(", "async with httpx.AsyncClient(")
    source = source.replace("client.request(", "await client.request(").replace("time.sleep(", "await asyncio.sleep(")
    source = source.replace("tenacity.Retrying(", "tenacity.AsyncRetrying(").replace(
        "for trial in", "async for trial in"
    )
    names = "send|once|bare|fetch|wrapper|call|func|attempted"
    source = re.sub(rf"def ({names})\(", r"async def \1(", source)
    source = re.sub(rf"(?<!def )\b({names})\((?!once, )", r"await \1(", source)
    source = source.replace("return tenacity.AsyncRetrying(", "return await tenacity.AsyncRetrying(")
    source = source.replace("lambda: await", "lambda:")
    return "import asyncio\n" + source


def in_two_modules(source: str) -> dict[str, str]:
    """A program with all up to `again` in a module of its own."""
    head, rest = source[: (cut := source.index("def again"))], source[cut:]
    tree = ast.parse(head).body
    names = [n.name for n in tree if isinstance(n, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef)]
    constants = [t.id for n in tree if isinstance(n, ast.Assign) for t in n.targets if isinstance(t, ast.Name)]
    imports = "".join(line + "\n" for line in head.splitlines() if line.startswith("import "))
    return {"wire.py": head, "client.py": f"{imports}from wire import {', '.join(names + constants)}\n\n\n{rest}"}


def _block(text: str, indent: int = 0) -> str:
    return textwrap.indent(textwrap.dedent(text).strip("\n"), " " * indent)


def _head(p: Program) -> str:
    modules = [
        "enum",
        "functools",
        "json",
        "time",
        "backoff",
        "httpx",
        "requests",
        "tenacity",
        "urllib.error",
        "urllib.request",
        "urllib3",
    ]
    constants = [
        f"TRANSIENT = {{{', '.join(map(repr, p.transient))}}}",
        f"REJECTED = frozenset({list(p.rejected)!r})",
        f"WAITS = {[p.seconds * n for n in (1, 3, 2, 5, 8, 8, 8)]!r}",
        f"DELAYS = {{{p.transient[0]!r}: {p.seconds * 3}}}",
    ]
    return "\n".join(f"import {m}" for m in modules) + "\n\n" + "\n".join(constants)


def _kinds(p: Program) -> str:
    return (
        _block(
            """
        class ApiError(Exception):
            kind = "failed"

            def __init__(self, code, advice=None):
                super().__init__(f"refused with {code}")
                self.code = code
                self.advice = advice


        class Transient(ApiError):
            kind = "transient"


        class Rejected(ApiError):
            kind = "rejected"


        class Result:
            def __init__(self, kind, code=None, advice=None, data=None):
                self.kind = kind
                self.code = code
                self.advice = advice
                self.data = data
        """
        )
        + "\n\n\n"
        + _tables(p)
    )


def _tables(p: Program) -> str:
    names = {"Transient": p.transient, "Rejected": p.rejected}
    rows = "".join(f"    {code!r}: {name},\n" for name, codes in names.items() for code in codes)
    members = "".join(f"    C{n} = {code!r}\n" for n, code in enumerate(p.transient))
    base = "int" if isinstance(p.transient[0], int) else "str"
    return f"CLASSES = {{\n{rows}}}\n\n\nclass Busy({base}, enum.Enum):\n{members}"


_BODY: Final = {
    "requests": """
        response = requests.post(base_url + "/v0/things", json={"page": 1}, timeout=5)
        status = response.status_code
        {json}
        """,
    "session": """
        with requests.Session() as session:
            response = session.post(base_url + "/v0/things", json={"page": 1}, timeout=5)
        status = response.status_code
        {json}
        """,
    "httpx": """
        response = httpx.post(base_url + "/v0/things", json={"page": 1}, timeout=5, verify=False)
        status = response.status_code
        {json}
        """,
    "httpx-client": """
        with httpx.Client(base_url=base_url, timeout=5, verify=False) as client:
            response = client.request("POST", "/v0/things", json={"page": 1})
        status = response.status_code
        {json}
        """,
    "urllib3": """
        with urllib3.PoolManager() as pool:
            response = pool.request("POST", base_url + "/v0/things", json={"page": 1}, retries=False)
        status = response.status
        {json}
        """,
    "urllib": """
        request = urllib.request.Request(base_url + "/v0/things", data=b"{}", method="POST")
        try:
            with urllib.request.urlopen(request, timeout=5) as response:
                status, text = response.status, response.read()
        except urllib.error.HTTPError as refused:
            status, text = refused.code, refused.read()
            refused.close()
        {json}
        """,
}  # fmt: skip


def _send(p: Program) -> str:
    read = "json.loads(text)" if p.transport == "urllib" else "response.json()"
    json = f"body = {read}"
    if p.guarded:
        json = f"try:\n    body = {read}\nexcept ValueError:\n    body = {{}}"
    body = textwrap.dedent(_BODY[p.transport]).strip("\n").replace("{json}", json)
    return f"def send(base_url):\n{textwrap.indent(body, '    ')}\n    return status, body"


def _out(p: Program, kind: str) -> str:
    if p.raises:
        return f"raise {kind}(code, advice)"
    return f"return Result({kind}.kind, code, advice)"


def _wrapped(p: Program) -> str:
    """What is called `once` where errors are wrapped on their way."""
    if not _wraps(p):
        return ""
    catch = {
        "same-class": "except ApiError as cause:\n        raise type(cause)(cause.code, cause.advice) from cause",
        "from": "except Rejected as cause:\n        raise Rejected(cause.code, cause.advice) from None",
        "class-by-code": (
            "except ApiError as cause:\n        kind = CLASSES.get(cause.code, ApiError)\n"
            "        raise kind(cause.code, cause.advice) from cause"
        ),
        "reraise": "except ApiError as cause:\n        cause.seen = True\n        raise",
    }[p.wrap]
    return f"def once(base_url):\n    try:\n        return bare(base_url)\n    {catch}"


def _wraps(p: Program) -> bool:
    return p.raises and p.wrap != "none"


def _once(p: Program) -> str:
    advice = "body['Error']['Type'] if body.get('Error') else None" if p.provider == "khipu" else "None"
    done = "body" if p.raises else "Result('ok', data=body)"
    return (
        f"def {'bare' if _wraps(p) else 'once'}(base_url):\n"
        "    status, body = send(base_url)\n"
        f"    if {p.check}:\n"
        f"        code = {p.read}\n"
        f"        advice = {advice}\n"
        f"{_block(_dispatch(p), 8)}\n"
        f"    return {done}"
    )


def _dispatch(p: Program) -> str:
    failed, transient, rejected = (_out(p, k) for k in ("ApiError", "Transient", "Rejected"))
    match p.dispatch:
        case "if":
            tests = " or ".join(f"code == {c!r}" for c in p.transient)
            text = f"if {tests}:\n    {transient}\nelif code == {p.rejected[0]!r}:\n    {rejected}\nelse:\n    {failed}"
        case "set":
            text = f"if code in TRANSIENT:\n    {transient}\nif code in REJECTED:\n    {rejected}\n{failed}"
        case "table":
            text = f"kind = CLASSES.get(code, ApiError)\n{_out(p, 'kind')}"
        case "strict-table":
            text = f"kind = CLASSES[code]\n{_out(p, 'kind')}"
        case "match":
            some = " | ".join(map(repr, p.transient))
            text = (
                f"match code:\n    case {some}:\n        {transient}\n    case {p.rejected[0]!r}:\n        {rejected}\n"
                f"    case _:\n        {failed}"
            )
        case "range":
            text = f"if code and {p.span}:\n    {transient}\n{failed}"
        case "enum":
            text = f"try:\n    Busy(code)\nexcept ValueError:\n    {failed}\n{transient}"
        case _:
            text = failed
    return text


def _again(p: Program) -> str:
    test = {
        "kind": "problem.kind == 'transient'",
        "code": "problem.code in TRANSIENT",
        "advice": "problem.advice == 'RETRY_IMMEDIATELY'",
        "any": "True" if p.raises else "problem.kind != 'ok'",
        "not-rejected": "problem.kind not in ('rejected', 'ok')",
    }[p.again]
    guard = "isinstance(problem, ApiError) and " if p.raises else ""
    return f"def again(problem):\n    return {guard}{test}"


def _pause(p: Program, attempt: str, problem: str) -> str:
    seconds = {
        "none": "",
        "constant": f"{p.seconds}",
        "linear": f"{p.seconds} * {attempt}",
        "doubling": f"{p.seconds} * 2 ** ({attempt} - 1)",
        "list": f"WAITS[{attempt} - 1]",
        "by-code": f"DELAYS.get({problem}.code, {p.seconds})",
    }[p.wait]
    return f"time.sleep({seconds})" if seconds else "pass"


_BY_EXCEPTION: Final = {
    "for": """
        def fetch(base_url):
            for attempt in range(1, $n + 1):
                try:
                    return once(base_url)
                except ApiError as error:
                    if not again(error) or attempt == $n:
                        $give_up
                    $pause
        """,
    "for-else": """
        def fetch(base_url):
            for attempt in range(1, $n + 1):
                try:
                    return once(base_url)
                except ApiError as error:
                    if not again(error):
                        $give_up
                    $pause
            else:
                raise RuntimeError("gave up")
        """,
    "while": """
        def fetch(base_url):
            attempt = 0
            while attempt < $n:
                attempt += 1
                try:
                    return once(base_url)
                except ApiError as error:
                    if attempt == $n or not again(error):
                        $give_up
                    $pause
        """,
    "while-true": """
        def fetch(base_url):
            attempt = 1
            while True:
                try:
                    return once(base_url)
                except ApiError as error:
                    if not again(error) or attempt >= $n:
                        $give_up
                    $pause
                attempt += 1
        """,
    "endless": """
        def fetch(base_url):
            attempt = 1
            while True:
                try:
                    return once(base_url)
                except ApiError as error:
                    if not again(error):
                        $give_up
                    $pause
                attempt = min(attempt + 1, 5)
        """,
    "recursion": """
        def fetch(base_url, attempt=1):
            try:
                return once(base_url)
            except ApiError as error:
                if attempt < $n and again(error):
                    $pause
                    return fetch(base_url, attempt + 1)
                $give_up
        """,
    "decorator": """
        def retried(limit):
            def decorate(func):
                @functools.wraps(func)
                def wrapper(*args, **kwargs):
                    attempt = 0
                    while True:
                        attempt += 1
                        try:
                            return func(*args, **kwargs)
                        except ApiError as error:
                            if attempt == limit or not again(error):
                                $give_up
                            $pause
                return wrapper
            return decorate


        @retried($n)
        def fetch(base_url):
            return once(base_url)
        """,
    "higher-order": """
        def attempted(call, limit=$n):
            for attempt in range(1, limit + 1):
                try:
                    return call()
                except ApiError as error:
                    if attempt == limit or not again(error):
                        $give_up
                    $pause


        def fetch(base_url):
            return attempted(lambda: once(base_url))
        """,
}
_BY_RESULT: Final = {
    "for": """
        def fetch(base_url):
            for attempt in range(1, $n + 1):
                result = once(base_url)
                if not again(result):
                    return result
                if attempt < $n:
                    $pause
            $give_up
        """,
    "for-else": """
        def fetch(base_url):
            for attempt in range(1, $n + 1):
                result = once(base_url)
                if not again(result):
                    break
                $pause
            else:
                $give_up
            return result
        """,
    "while": """
        def fetch(base_url):
            result = once(base_url)
            attempt = 1
            while attempt < $n and again(result):
                $pause
                attempt += 1
                result = once(base_url)
            return result
        """,
    "while-true": """
        def fetch(base_url):
            attempt = 1
            while True:
                result = once(base_url)
                if not again(result):
                    break
                if attempt >= $n:
                    $give_up
                $pause
                attempt += 1
            return result
        """,
    "endless": """
        def fetch(base_url):
            attempt = 1
            result = once(base_url)
            while again(result):
                $pause
                result = once(base_url)
            return result
        """,
    "recursion": """
        def fetch(base_url, attempt=1):
            result = once(base_url)
            if attempt < $n and again(result):
                $pause
                return fetch(base_url, attempt + 1)
            return result
        """,
    "decorator": """
        def retried(func):
            @functools.wraps(func)
            def wrapper(base_url):
                for attempt in range(1, $n):
                    result = func(base_url)
                    if not again(result):
                        return result
                    $pause
                return func(base_url)
            return wrapper


        @retried
        def fetch(base_url):
            return once(base_url)
        """,
    "higher-order": """
        def attempted(call, limit):
            result = call()
            attempt = 1
            while attempt < limit and again(result):
                $pause
                result = call()
                attempt += 1
            return result


        def fetch(base_url):
            return attempted(functools.partial(once, base_url), $n)
        """,
}


def _fetch(p: Program) -> str:
    if p.retry == "none":
        return "def fetch(base_url):\n    return once(base_url)"
    if p.retry in ("tenacity", "tenacity-loop", "tenacity-for"):
        return _tenacity(p)
    if p.retry == "backoff":
        return _backoff(p)
    give_up, problem = ("raise", "error") if p.raises else ("return result", "result")
    text = (_BY_EXCEPTION if p.raises else _BY_RESULT)[p.retry]
    return _fill(
        text, n=p.attempts, give_up=give_up if p.reraise else "return None", pause=_pause(p, "attempt", problem)
    )


def _fill(text: str, **values: object) -> str:
    return string.Template(textwrap.dedent(text).strip("\n")).substitute({k: str(v) for k, v in values.items()})


def _tenacity(p: Program) -> str:
    kind = "retry_if_exception" if p.raises else "retry_if_result"
    wait = {
        "none": "tenacity.wait_none()",
        "linear": f"tenacity.wait_incrementing(start={p.seconds}, increment={p.seconds})",
        "doubling": f"tenacity.wait_exponential(multiplier={p.seconds}, max=1000000)",
        "list": "tenacity.wait_chain(*[tenacity.wait_fixed(s) for s in WAITS])",
    }.get(p.wait, f"tenacity.wait_fixed({p.seconds})")
    stop = f"tenacity.stop_after_attempt({p.attempts})"
    options = f"retry=tenacity.{kind}(again), stop={stop}, wait={wait}, reraise={p.reraise}"
    if p.retry == "tenacity":
        return f"@tenacity.retry({options})\ndef fetch(base_url):\n    return once(base_url)"
    if p.retry == "tenacity-for" and p.raises:
        return (
            f"def fetch(base_url):\n    for trial in tenacity.Retrying({options}):\n        with trial:\n"
            "            return once(base_url)"
        )
    return f"def fetch(base_url):\n    return tenacity.Retrying({options})(once, base_url)"


def _backoff(p: Program) -> str:
    kind, what = ("on_exception", "ApiError") if p.raises else ("on_predicate", "again")
    wait = f"backoff.expo, {what}, factor" if p.wait == "doubling" else f"backoff.constant, {what}, interval"
    more = ", giveup=lambda error: not again(error)" if p.raises else ""
    options = f"{wait}={p.seconds}, max_tries={p.attempts}, jitter=None{more}"
    return f"@backoff.{kind}({options})\ndef fetch(base_url):\n    return once(base_url)"
