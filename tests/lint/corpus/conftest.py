"""The programs here are material for the linter; tests of their own are part of them, not of ours."""

collect_ignore_glob = ["*/*"]
