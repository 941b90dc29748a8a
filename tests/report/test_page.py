"""The page: complete in itself, usable, and nothing from outside becomes markup or script."""

from __future__ import annotations

import base64
import hashlib
import json
import re
import shutil
import subprocess
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

from errpact.contracts import Obligation
from errpact.contracts.settings import Accept
from errpact.report.documents import document
from errpact.report.join import join
from errpact.report.page import render
from errpact.report.values import Facts, Matrix

from .samples import FORBIDDEN, WAITING, finding, item, lint, operation, results

CHROMIUM = shutil.which("chromium") or shutil.which("google-chrome")
IMAGE = "<img src=x onerror=\"document.title='owned'\">"
EVIL = [
    IMAGE,
    "<script>document.title='owned'</script>",
    "</script><script>document.title='owned'</script>",
    "</table></dialog><svg onload=document.title='owned'>",
    "\"><b onmouseover='x'>",
    "<!--<script>",
    "]]>&lt;&#60;",
    "\u2028\u2029\x00\x1b[31m\u202e",
    "${document.title='owned'}`",
]


class Page(HTMLParser):
    """What a browser would make of a page: its elements and texts."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.texts: list[str] = []
        self.scripts: list[str] = []
        self._open = self.title = ""
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        self._open = tag

    def handle_data(self, data: str) -> None:
        if self._open == "title":
            self.title = data
        (self.scripts if self._open == "script" else self.texts).append(data)

    def handle_endtag(self, tag: str) -> None:
        self._open = ""

    def all(self, tag: str) -> list[dict[str, str | None]]:
        return [attrs for name, attrs in self.elements if name == tag]

    @property
    def data(self) -> Any:
        return json.loads(self.scripts[0])


def sample(evil: str = "", **options: Any) -> Matrix:
    """Both engines; `evil` stands wherever other people's text does."""
    steps = [{"path": f"src/{evil}", "line": 2, "text": f"sent {evil}"}]
    found = finding(message=f"again {evil}", help=f"don't {evil}", path=f"src/{evil}", steps=steps, name=f"f {evil}")
    states = {"no-retry": "broken", "attempts": "kept", **({evil: "broken"} if evil else {})}
    value = lint(
        operation(
            {FORBIDDEN: states, f"case{evil}": {"wait": "broken"}}, name=f"accounts{evil}", path=f"src/{evil}.py"
        ),
        operation({WAITING: {"wait": "kept"}}, provider=f"other{evil}"),
        findings=(found,),
    )
    items = (
        item(FORBIDDEN, {"no-retry": "kept"}, nodeid=f"t.py::test{evil}"),
        item(WAITING, {"wait": "broken"}, message=f"wait {evil}\n\nreplay            errpact replay {evil}"),
    )
    usual: dict[str, Any] = {
        "facts": {FORBIDDEN: Facts(f"meaning {evil}", f"advice {evil}", (f"step {evil}",), f"source {evil}")},
        "accepts": [Accept(WAITING, Obligation.WAIT, f"why {evil}")],
        "line_of": lambda path, line: f"code {evil}",
    }
    return join([document("l", value), document("t", results(*items))], **(usual | options))


def test_the_page_holds_all_and_loads_nothing() -> None:
    page = Page(render(sample()))
    assert not [a for _, a in page.elements if {"src", "href", "action", "style"} & set(a)]
    assert not [name for _, attrs in page.elements for name in attrs if name.startswith("on")]
    assert "url(" not in render(sample())
    assert "@import" not in render(sample())
    assert {t for t, _ in page.elements}.isdisjoint({"link", "img", "iframe", "object", "embed"})


def test_the_policy_names_the_one_script_and_the_one_style() -> None:
    text = render(sample())
    (policy,) = [a["content"] for a in Page(text).all("meta") if a.get("http-equiv") == "Content-Security-Policy"]
    assert policy is not None
    assert policy.startswith("default-src 'none';")
    for tag in ("script", "style"):
        (own,) = re.findall(rf"<{tag}>(.*?)</{tag}>", text, re.DOTALL)
        digest = base64.b64encode(hashlib.sha256(own.encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}'" in policy
    assert "unsafe" not in policy


def test_every_cell_is_a_button_in_a_table_with_headings() -> None:
    matrix = sample()
    page = Page(render(matrix))
    numbers = [a["data-cell"] for a in page.all("button") if "cell" in (a.get("class") or "")]
    assert numbers == [str(n) for n in range(len(matrix.cells))]
    assert [a.get("scope") for a in page.all("th")].count("row") == len(matrix.rows)
    assert len(page.all("table")) == len(page.all("caption")) == len(matrix.providers)
    assert {a["id"] for a in page.all("select")} == {"provider", "obligation", "state", "source"}
    assert len(page.all("label")) == len(page.all("select"))


def test_a_disagreement_stands_above_the_table_and_opens_its_cell() -> None:
    matrix = sample()
    ((row, cell),) = matrix.disagreements
    page = Page(render(matrix))
    first = page.all("button")[0]
    number = int(first["data-cell"] or "")
    assert "cell" not in (first.get("class") or "")
    assert page.data["cells"][number]["obligation"] == cell.obligation == "no-retry"
    assert page.data["rows"][page.data["cells"][number]["row"]]["case"] == row.case == FORBIDDEN


def test_a_cell_has_code_path_advice_and_how_to_run_it_again() -> None:
    data = Page(render(sample())).data
    (cell,) = [c for c in data["cells"] if c["obligation"] == "no-retry"]
    place = data["places"][cell["places"][0]]
    assert (place["rule"], place["code"], place["steps"][0]["text"]) == ("EP101", "code ", "sent ")
    assert data["sources"][cell["lint"][0]["source"]]["code"] == "code "
    assert data["rows"][cell["row"]]["facts"]["advice"] == "advice "
    assert data["items"][cell["tests"][0]["item"]]["replay"] == "pytest t.py::test"
    (waived,) = [c for c in data["cells"] if c["obligation"] == "wait" and c["tests"]]
    assert (waived["tests"][0]["state"], waived["tests"][0]["why"]) == ("accepted", "why ")


@pytest.mark.parametrize("evil", EVIL)
def test_hostile_text_stays_text(evil: str) -> None:
    page, plain = Page(render(sample(evil))), Page(render(sample()))
    extra = {"td", "tr", "th", "option", "button", "span"}  # the hostile obligation is one more column
    assert {t for t, _ in page.elements} == {t for t, _ in plain.elements}
    for tag in {t for t, _ in page.elements} - extra:
        assert len(page.all(tag)) == len(plain.all(tag)), tag
    assert {n for _, attrs in page.elements for n in attrs} == {n for _, attrs in plain.elements for n in attrs}
    assert len(page.scripts) == 2
    assert page.scripts[1] == plain.scripts[1]


@pytest.mark.parametrize("evil", EVIL)
def test_the_data_holds_nothing_that_html_sees(evil: str) -> None:
    (block,) = re.findall(r'<script type="application/json" id="data">(.*?)</script>', render(sample(evil)), re.DOTALL)
    assert block.isascii()
    assert not set("<>&") & set(block)
    assert json.loads(block)["places"][0]["message"].startswith("again ")


def test_control_and_direction_characters_are_shown() -> None:
    text = render(sample("\x1b[31m\u202e\x00"))
    assert not set("\x1b\u202e\x00") & set(text)
    assert r"\x1b[31m\u202e\x00" in text


def test_an_empty_matrix_is_a_page_too() -> None:
    page = Page(render(join([])))
    assert page.all("table") == []
    assert any(t.startswith("Nothing to show") for t in page.texts)


# --- in a browser -------------------------------------------------------------------------------------------------

browser = [pytest.mark.slow, pytest.mark.skipif(CHROMIUM is None, reason="needs Chromium")]


def opened(text: str, folder: Path, act: str = "") -> Page:
    """The page as Chromium has it after its script, and `act` where given, ran. `act` runs without the policy."""
    if act:
        text = re.sub(r'<meta http-equiv="Content-Security-Policy"[^>]*>', "", text)
        text = text.replace("</body>", f"<script>{act}</script></body>")
    file = folder / "page.html"
    file.write_text(text, encoding="utf-8", errors="surrogatepass")
    options = ["--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={folder / 'profile'}", "--dump-dom"]
    assert CHROMIUM is not None
    done = subprocess.run([CHROMIUM, *options, file.as_uri()], capture_output=True, text=True, timeout=120, check=True)
    return Page(done.stdout)


class TestInChromium:
    pytestmark = browser

    def test_the_script_runs_under_the_policy(self, tmp_path: Path) -> None:
        matrix = sample()
        page = opened(render(matrix), tmp_path)
        assert f"{len(matrix.cells)} of {len(matrix.cells)} cells shown" in page.texts
        labels = [a["aria-label"] for a in page.all("button") if "cell" in (a.get("class") or "")]
        assert f"{FORBIDDEN} no-retry: lint broken, tests kept, they disagree" in labels

    def test_no_other_script_runs(self, tmp_path: Path) -> None:
        text = render(sample()).replace("</body>", "<script>document.title='owned'</script></body>")
        assert opened(text, tmp_path).title == "errpact matrix"

    def test_hostile_text_does_nothing_even_when_opened(self, tmp_path: Path) -> None:
        """With the policy taken away, so that the escaping alone must hold."""
        act = "for (const b of document.querySelectorAll('button.cell')) { b.click(); $close(); }"
        act = act.replace("$close()", "document.getElementById('close').click()")
        page = opened(render(sample("".join(EVIL))), tmp_path, act)
        assert page.title == "errpact matrix"
        assert page.all("img") == page.all("svg") == []

    def test_a_cell_opens_what_both_engines_say(self, tmp_path: Path) -> None:
        page = opened(render(sample()), tmp_path, "document.querySelector('button.differs').click();")
        (dialog,) = page.all("dialog")
        assert "open" in dialog
        for part in (f"{FORBIDDEN} · no-retry", "advice ", "code ", "src/:2: sent ", "pytest t.py::test"):
            assert part in page.texts

    def test_filters_leave_what_was_asked_for(self, tmp_path: Path) -> None:
        act = (
            "document.getElementById('state').value = 'differs';"
            "document.getElementById('filters').dispatchEvent(new Event('input'));"
        )
        page = opened(render(sample()), tmp_path, act)
        assert f"1 of {len(sample().cells)} cells shown" in page.texts
        assert [("hidden" in a) for a in page.all("section") if "data-provider" in a] == [False, True]

    def test_arrow_keys_walk_through_the_table(self, tmp_path: Path) -> None:
        act = (
            "const b = document.querySelector('button.cell'); b.focus();"
            "b.dispatchEvent(new KeyboardEvent('keydown', {key: 'ArrowRight', bubbles: true}));"
            "document.title = document.activeElement.dataset.cell;"
        )
        page = opened(render(sample()), tmp_path, act)
        assert page.title == "1"
