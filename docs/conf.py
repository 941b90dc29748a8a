"""Sphinx: strict (warnings are errors, `make docs`), offline, one theme."""

from errpact import __version__

project = "errpact"
author = "the errpact authors"
copyright = "2026, the errpact authors"
version = release = __version__

extensions = ["myst_parser"]
source_suffix = {".md": "markdown"}
exclude_patterns = ["_build"]
myst_heading_anchors = 3
nitpicky = True

html_theme = "furo"
html_title = f"errpact {__version__}"
html_show_sourcelink = False
html_copy_source = False
