"""Find where a file changes a constant of another module: a name in capitals, whichever way."""

import ast
import re
from collections.abc import Iterable, Iterator

CONSTANT = re.compile(r"_?[A-Z][A-Z0-9_]*")
ASSIGNED = re.compile(r"\.(_?[A-Z][A-Z0-9_]*)\b(?=[^=\n(]*=[^=])")
"""In the text of a program: `module.NAME = …`, also if it is one of several."""
PROGRAM = "import "
SETS = ("setattr", "setitem", "delattr", "delitem")


def changed(text: str) -> set[str]:
    """Return the constants that a file changes: by setattr, by assignment, in a program's text.

    The name may stand behind dots, or in a variable: then each name in capitals counts that stands
    in the function around it, or in what that function reads of the module.
    """
    tree = ast.parse(text)
    found: set[str] = set()
    for scope, node in _scoped(tree, tree):
        match node:
            case ast.Call(func=ast.Attribute(attr=name) | ast.Name(id=name)) if name in SETS:
                found |= _set_by(node, scope, tree)
            case ast.Attribute(attr=name, ctx=ast.Store() | ast.Del()):
                found |= _names([name])
            case ast.Constant(value=str(program)) if PROGRAM in program:
                found |= set(ASSIGNED.findall(program))
    return found


def _scoped(node: ast.AST, scope: ast.AST) -> Iterator[tuple[ast.AST, ast.AST]]:
    """Every node below this one, with the function that it stands in, or the module."""
    for child in ast.iter_child_nodes(node):
        yield scope, child
        inner = child if isinstance(child, (ast.FunctionDef, ast.AsyncFunctionDef)) else scope
        yield from _scoped(child, inner)


def _set_by(call: ast.Call, scope: ast.AST, tree: ast.Module) -> set[str]:
    """Return the constants that a call may set: `(module, "NAME", …)` or `("module.NAME", …)`."""
    given = call.args[:2]
    said = [arg.value for arg in given if isinstance(arg, ast.Constant)]
    if said:
        return _names(str(text).rpartition(".")[2] for text in said)
    read = {node.id for node in ast.walk(scope) if isinstance(node, ast.Name)}
    places = [scope, *(node for node in tree.body if _assigns(node) & read)]
    return _names(
        node.value
        for place in places
        for node in ast.walk(place)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    )


def _assigns(node: ast.stmt) -> set[str]:
    targets = node.targets if isinstance(node, ast.Assign) else []
    return {target.id for target in targets if isinstance(target, ast.Name)}


def _names(texts: Iterable[str]) -> set[str]:
    return {text for text in texts if CONSTANT.fullmatch(text) and len(text) > 1}
