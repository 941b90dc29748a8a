"""errpact: a pact about errors.

A provider's documentation says what each error code means and what a client may do next. errpact holds that as a
*contract* (`errpact.contracts`), proves it on client source (`errpact.lint`) and tries it on the running client
(`errpact.pytest_plugin`). Importing this package imports nothing else; `cases`, `strategies` and `Reply` are imported
when first used.
"""

from __future__ import annotations

TYPE_CHECKING = False  # as in `typing`, which takes long to import
if TYPE_CHECKING:
    from typing import Any

    from .contracts import Reply
    from .pytest_plugin import strategies
    from .pytest_plugin.collect import handles as cases

__version__ = "0.1.0"
__all__ = ["Reply", "__version__", "cases", "strategies"]


def __getattr__(name: str) -> Any:
    """Import a public name when it is first used."""
    if name == "Reply":
        from .contracts import Reply

        return Reply
    if name == "cases":
        from .pytest_plugin.collect import handles

        return handles
    if name == "strategies":
        import importlib

        return importlib.import_module(".pytest_plugin.strategies", __name__)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
