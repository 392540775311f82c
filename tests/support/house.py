"""Where the house's files are, for the tests that guard its rules."""

import ast
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "platform" / "infocus"
TEMPLATES = ROOT / "templates"
DOCS = ROOT / "docs"

_FOLDERS = ("platform", "templates", "static", "tests", "migrations", "docs", "tools", ".ci")
_MADE_BY_TOOLS = {"__pycache__", "dist", "node_modules", "infocus.egg-info"}
_TEXT = {
    ".py",
    ".html",
    ".txt",
    ".md",
    ".js",
    ".mjs",
    ".css",
    ".json",
    ".toml",
    ".ini",
    ".cfg",
    ".svg",
    ".po",
    ".pot",
    ".mako",
    "",
}


def files() -> Iterator[Path]:
    """Every text file that people keep here, without what tools make."""
    for path in sorted(ROOT.iterdir()):
        if path.is_file() and path.suffix in _TEXT and path.name not in {".git", ".coverage"}:
            yield path
    for folder in _FOLDERS:
        for path in sorted((ROOT / folder).rglob("*")):
            parts = path.relative_to(ROOT).parts
            if path.is_file() and path.suffix in _TEXT and not _MADE_BY_TOOLS.intersection(parts):
                yield path


def python_files(*folders: str) -> list[Path]:
    """The Python files below these folders of the project, made by hand (no migrations)."""
    return [path for path in files() if path.suffix == ".py" and path.relative_to(ROOT).parts[0] in folders]


def name(path: Path) -> str:
    """The path as the project knows it."""
    return path.relative_to(ROOT).as_posix()


def tree(path: Path) -> ast.Module:
    """The file's syntax."""
    return ast.parse(path.read_text("utf-8"), filename=str(path))


def functions(module: ast.AST) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    """Every function in it, methods and inner ones too."""
    for node in ast.walk(module):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node
