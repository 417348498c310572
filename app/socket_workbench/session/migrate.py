"""Older session files brought up to date, one version at a time."""

from collections.abc import Callable, Mapping
from typing import Any, TypeAlias

Tree: TypeAlias = dict[str, Any]
"""A session as parsed JSON."""

Step: TypeAlias = Callable[[Tree], Tree]
"""Makes version n + 1 of version n, without changing what it is given; need not set `version`."""

STEPS: Mapping[int, Step] = {}
"""By the version that they start from. Each has a sample file among the tests."""


def migrate(tree: Tree, *, version: int, wanted: int, steps: Mapping[int, Step] = STEPS) -> Tree:
    """Take `tree` from `version` to `wanted`; the same tree when nothing is to do.

    Raises:
        KeyError: There is no step from one of the versions between.
    """
    for number in range(version, wanted):
        tree = {**steps[number](tree), "version": number + 1}
    return tree
