"""`errpact new contract NAME`: scaffold a contract of your own, and the schema that lets an editor complete it."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Final

from errpact.contracts.errors import ErrpactError

from .contracts import load_contracts

SCHEMA: Final = "errpact-contract.schema.json"

TEMPLATE: Final = """\
#:schema ./{schema}
# {title}, from its page of error codes. State what the page says, in your own words, and nothing else: what it leaves
# open (an HTTP status, a wait) stays out. `errpact validate` checks this file, `errpact contracts {name}` shows it.
format = 1
provider = "{name}"
title = "{title}"
contract_version = "0.1.0"
page = "https://example.com/{name}/errors"
code_types = ["string"] # ["integer"], or [] where the page does not say
errors_in_success = false # true where an error may come with HTTP 200

# Hosts and modules let `errpact lint` recognise client code by itself; `source` is the page that says so.
# hosts = [{{ host = "api.example.com", source = "https://example.com/{name}/api" }}]

[[changes]]
version = "0.1.0"
date = "{date}"
summary = "First contract."

[[surfaces]]
id = "main"
description = "All endpoints."

# --- bodies: JSON Pointers to the fields that carry meaning -------------------------------------------------------

[[envelopes]]
id = "success"
open = true
description = "A reply that is no error."
section = "Responses"

[[envelopes]]
id = "error"
description = "An error with its code."
section = "Errors"
[envelopes.properties]
"/code" = {{ types = ["string"], field = "code" }}
"/message" = {{ types = ["string"], field = "message", required = false }}

# --- cases: one for each documented outcome -----------------------------------------------------------------------

[[cases]]
status = 200
kind = "success"
envelopes = ["success"]
meaning = "The operation is complete."
section = "Responses"

[[cases]]
code = "INVALID_CREDENTIALS"
status = 401
kind = "error"
envelopes = ["error"]
meaning = "The credentials are wrong."
section = "Errors"
# The page is silent on resending but names a cause that the same request cannot cure:
# credential, request, permission or account.
cause = "credential"

[[cases]]
code = "BANK_UNAVAILABLE"
status = 503
kind = "error"
envelopes = ["error"]
meaning = "The bank cannot be reached."
section = "Errors"
# Who does what, after which wait (seconds), and then what happens with the request: resend, poll or stop.
steps = [{{ wait = {{ seconds = 1800, words = "30 minutes" }}, then = "resend" }}]
# no_data = true  # where a code means that what was asked for does not exist
# refuses_credentials = true  # where a code means that the request's own token was refused
samples = [{{ status = 503, body = {{ code = "BANK_UNAVAILABLE", message = "Try again in 30 minutes" }} }}]
"""


class CannotScaffold(ErrpactError):
    """A contract that cannot be written: why, and what to do."""


def configure(parser: argparse.ArgumentParser) -> None:
    """The arguments of the command."""
    parser.add_argument("what", choices=("contract",), help="what to scaffold")
    parser.add_argument("name", help="the provider's name: lower-case letters, digits and hyphens")
    parser.add_argument("--dir", type=Path, default=Path("contracts"), metavar="DIR", help="where (default: contracts)")
    parser.add_argument("--config", type=Path, metavar="FILE", help="the pyproject.toml that names your own contracts")


def run(args: argparse.Namespace) -> int:
    """Write the contract and its schema; never over a file that is there."""
    text = scaffold(args.name)
    known = load_contracts(args.config, unwritten=True)
    if args.name in known:
        raise CannotScaffold(
            f"a contract named {args.name!r} exists already ({known[args.name].path}); choose another name, or write "
            f'a file with `extends = "{args.name}"` to add to it'
        )
    file = args.dir / f"{args.name}.toml"
    _write(file, text)
    print(f"wrote {file}")
    if _write_schema(args.dir / SCHEMA):
        print(f"wrote {args.dir / SCHEMA} (completion and checks in editors that know `#:schema`)")
    print(_next_steps(file, args.config))
    return 0


def scaffold(name: str) -> str:
    """The text of a first contract. Raises CannotScaffold for a name that cannot be a provider's."""
    import datetime
    import re

    if not re.fullmatch(r"[a-z][a-z0-9-]*", name):
        raise CannotScaffold(f"{name!r} cannot be a provider's name; use lower-case letters, digits and hyphens")
    today = datetime.datetime.now(tz=datetime.UTC).date().isoformat()
    return TEMPLATE.format(name=name, title=name.replace("-", " ").title(), date=today, schema=SCHEMA)


def _write(file: Path, text: str) -> None:
    if file.exists():
        raise CannotScaffold(f"{file} exists already; choose another name, or another folder with --dir")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    except OSError as exc:
        raise CannotScaffold(f"{file}: cannot be written ({exc.strerror}); choose another folder with --dir") from None


def _write_schema(file: Path) -> bool:
    """Put the schema of the format beside the contract; False where an equal one is there."""
    from errpact import schemas

    text = schemas.text("contract")
    if file.is_file() and file.read_bytes() == text.encode():
        return False
    try:
        file.write_text(text, encoding="utf-8")
    except OSError as exc:
        raise CannotScaffold(f"{file}: cannot be written ({exc.strerror}); choose another folder with --dir") from None
    return True


def _next_steps(file: Path, config: Path | None) -> str:
    """What makes the contract known: nothing where the configuration covers it already."""
    from errpact.contracts.settings import load_settings

    known = load_settings(Path.cwd(), config, unwritten=True).contracts
    if file.resolve() in {path.resolve() for path in known}:
        return "[tool.errpact] contracts has it already."
    folder = file.parent.as_posix()
    return f'Now make it known in pyproject.toml:\n\n    [tool.errpact]\n    contracts = ["{folder}/*.toml"]'
