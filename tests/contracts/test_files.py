"""Files that users name: a device has no end, a pipe perhaps no beginning, and a text is not always UTF-8."""

from __future__ import annotations

import os
import threading
from pathlib import Path

import pytest

from errpact.contracts import files


@pytest.fixture
def pipe(tmp_path: Path) -> Path:
    path = tmp_path / "pipe"
    os.mkfifo(path)
    return path


def test_a_device_is_refused() -> None:
    with pytest.raises(OSError, match="is a device, not a file"):
        files.read("/dev/zero")


def test_a_pipe_that_nobody_writes_into_is_refused(pipe: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "PATIENCE", 0.05)
    with pytest.raises(OSError, match="is a pipe that nobody writes into"):
        files.read(pipe)


def test_a_slow_writer_is_waited_for(pipe: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "PATIENCE", 0.05)
    opened = os.open(pipe, os.O_RDWR)  # a writer, who says nothing yet
    later = threading.Timer(0.3, lambda: (os.write(opened, b"late"), os.close(opened)))
    later.start()
    assert files.read(pipe) == b"late"
    later.join()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig"])
def test_a_text_with_or_without_a_byte_order_mark(tmp_path: Path, encoding: str) -> None:
    (tmp_path / "a").write_text("año", encoding=encoding)
    assert files.read_text(tmp_path / "a") == "año"


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32", "latin-1"])
def test_a_text_in_another_encoding(tmp_path: Path, encoding: str) -> None:
    (tmp_path / "a").write_text("errpact año", encoding=encoding)
    with pytest.raises(UnicodeDecodeError):
        files.read_text(tmp_path / "a")
    assert files.names_errpact(tmp_path / "a")
