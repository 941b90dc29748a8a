"""Plays the code blocks of a Markdown page as a reader would, in a folder of its own.

- A `python`, `toml` or `yaml` block whose first line is a comment with the name of a file is written there; one that
  is appended says `# … name`. Any other `python` block is run.
- A `console` block is run: what stands after `$ ` is a command, what stands below must be in its output, in that order.
  A line of `…` stands for anything. It ends with 0, or with what the fence says (`console exit=1`).
- `sh` blocks install things or use other people's services and are only shown, as are `text`, `json` and `diff` blocks.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

FENCE = re.compile(
    r"^(?P<indent> *)```(?P<language>[\w-]*)(?: exit=(?P<exit>\d))?\n(?P<body>.*?)^(?P=indent)```$",
    re.MULTILINE | re.DOTALL,
)
FILE = re.compile(r"# (?P<more>… )?(?P<name>[\w./-]+\.(?:py|toml|yaml|yml))")
LANGUAGES = {"python", "toml", "yaml", "console", "sh", "text", "json", "diff", ""}


@dataclass(frozen=True, slots=True)
class Block:
    """One fenced block: where it starts, in which language, what it holds."""

    line: int
    language: str
    body: str
    exit: int = 0


def blocks(page: Path) -> Iterator[Block]:
    """All fenced blocks of a page, indented ones (in lists) dedented."""
    text = page.read_text(encoding="utf-8")
    for match in FENCE.finditer(text):
        indent = len(match["indent"])
        body = "".join(line[indent:] if line.strip() else line for line in match["body"].splitlines(keepends=True))
        yield Block(text.count("\n", 0, match.start()) + 1, match["language"], body, int(match["exit"] or 0))


def play(page: Path, folder: Path) -> int:
    """Play a page in a folder; returns how many blocks did something. Raises AssertionError with the page's line."""
    played = 0
    for block in blocks(page):
        where = f"{page.name}:{block.line}"
        assert block.language in LANGUAGES, f"{where}: no rule for `{block.language}` blocks"
        if block.language in ("python", "toml", "yaml"):
            write_or_run(block, folder, where)
        elif block.language == "console":
            for command, expected in commands(block.body):
                check(command, expected, folder, where, block.exit)
        else:
            continue
        played += 1
    return played


def write_or_run(block: Block, folder: Path, where: str) -> None:
    first = block.body.split("\n", 1)[0]
    if match := FILE.fullmatch(first):
        file = folder / match["name"]
        file.parent.mkdir(parents=True, exist_ok=True)
        before = file.read_text(encoding="utf-8") if match["more"] else ""
        file.write_text(before + block.body, encoding="utf-8")
    elif block.language == "python":
        done = shell(f"{sys.executable} -", folder, block.body)
        assert done.returncode == 0, f"{where}: {done.stderr}"


def commands(body: str) -> Iterator[tuple[str, list[str]]]:
    """(command, the lines below it) of a console block."""
    for part in re.split(r"^\$ ", body, flags=re.MULTILINE)[1:]:
        command, *expected = part.split("\n")
        yield command, [line.strip() for line in expected if line.strip() not in ("", "…")]


def check(command: str, expected: list[str], folder: Path, where: str, code: int) -> None:
    done = shell(command, folder)
    output = done.stdout + done.stderr
    assert done.returncode == code, f"{where}: `{command}` ended with {done.returncode}:\n{output}"
    position = 0
    for line in expected:
        # Hundredths of a second differ from run to run: the virtual clock is the real one plus what was slept.
        pattern = re.escape(line).replace(r"\ ", r"\s+").replace("…", ".*")
        pattern = re.sub(r"(\d+)\\\.\d+(?=(\\s\+)?s\b)", r"\1\\.\\d+", pattern)
        found = re.compile(pattern).search(output, position)
        assert found, f"{where}: `{command}` no longer prints (in this order)\n  {line}\nbut\n{output}"
        position = found.end()


def shell(command: str, folder: Path, text: str | None = None) -> subprocess.CompletedProcess[str]:
    environ = {k: v for k, v in os.environ.items() if not k.startswith(("PYTEST", "PYTHONPATH"))}
    environ["PATH"] = f"{Path(sys.executable).parent}{os.pathsep}{environ['PATH']}"
    environ |= {"COLUMNS": "110", "NO_COLOR": "1", "PYTHONIOENCODING": "utf-8"}
    return subprocess.run(
        command, shell=True, cwd=folder, env=environ, input=text, capture_output=True, text=True, check=False
    )
