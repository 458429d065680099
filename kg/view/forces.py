"""A large graph laid out by forces: linked nodes attract, all nodes repel.

The forces are those of ForceAtlas2 (Jacomy, Venturini, Heymann and Bastian, "ForceAtlas2, a continuous graph
layout algorithm", PLoS ONE 9(6), 2014): repulsion by degree, linear attraction, and attraction shared out
among the links of a hub. Repulsion is computed against the cells of a grid, not against every node. There is
no randomness: nodes start on a spiral, and only the four operations and square roots are used in the loop, so
the picture is the same on every machine.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from itertools import count
from math import cos, pi, sin, sqrt

import numpy as np
from numpy.typing import NDArray

from kg.view.index import Index

STEPS = 60
CELLS = 20  # along each side of the grid
REPULSION = 60.0
GRAVITY = 0.9
PITCH = 64  # pixels: side of the square each node has for itself on average
NEAREST = 26  # pixels: side of the square that holds one node
LANDSCAPE = 1.3  # screens are wider than high
ROWS_AT_ONCE = 4096

_Vector = NDArray[np.float64]
_Places = NDArray[np.intp]


def spread(index: Index, places: Sequence[int], later: Sequence[int]) -> dict[int, tuple[int, int]]:
    """Return where nodes stand, in pixels around (0, 0).

    Args:
        index: The graph.
        places: The nodes the page shows first; at least one.
        later: Nodes it may show later; each stands among its neighbours.
    """
    order = _by_nearness(index, places)
    numbers = {place: number for number, place in enumerate(order)}
    pairs = np.array([(numbers[a], numbers[b]) for a, b in index.pairs(places)], dtype=np.intp).reshape(-1, 2)
    x, y = _to_scale(*_settle(len(order), pairs[:, 0], pairs[:, 1]))
    at = {place: (float(x[number]), float(y[number])) for place, number in numbers.items()}
    for place in sorted(later, key=lambda place: (-len(index.neighbours[place]), place)):
        at[place] = _among([at[other] for other in index.neighbours[place] if other in at])
    return _apart(at)


def _among(spots: list[tuple[float, float]]) -> tuple[float, float]:
    count = max(1, len(spots))
    return sum(x for x, _ in spots) / count, sum(y for _, y in spots) / count


def _by_nearness(index: Index, places: Sequence[int]) -> list[int]:
    """Order nodes breadth first from the one with the most links, so that neighbours start close."""
    waiting = sorted(places, key=lambda place: (-len(index.neighbours[place]), place))
    left = set(places)
    order = []
    for start in waiting:
        queue = deque([start] if start in left else [])
        left.discard(start)
        while queue:
            place = queue.popleft()
            order.append(place)
            near = [other for other in index.neighbours[place] if other in left]
            left.difference_update(near)
            queue.extend(near)
    return order


def _settle(size: int, a: _Places, b: _Places) -> tuple[_Vector, _Vector]:
    x, y = _spiral(size)
    degree = (np.bincount(a, minlength=size) + np.bincount(b, minlength=size)).astype(np.float64)
    mass = degree + 1.0
    share = 1.0 / np.sqrt(np.maximum(np.minimum(degree[a], degree[b]), 1.0))
    for step in range(STEPS):
        push_x, push_y = _repulsion(x, y, mass)
        pull_x, pull_y = (x[b] - x[a]) * share, (y[b] - y[a]) * share
        force_x = push_x - GRAVITY * x + _summed(size, a, b, pull_x)
        force_y = push_y - GRAVITY * y + _summed(size, a, b, pull_y)
        length = np.sqrt(force_x * force_x + force_y * force_y) + 1e-9
        reach = sqrt(size) * 6 * (1 - step / STEPS)
        stride = np.minimum(length * 0.12, reach) / length
        x, y = x + force_x * stride, y + force_y * stride
    return x, y


def _spiral(size: int) -> tuple[_Vector, _Vector]:
    turn = pi * (3 - sqrt(5))
    radii = [8 * sqrt(number + 0.5) for number in range(size)]
    # Rounded, because mathematical libraries differ in the last digit.
    x = [round(radius * cos(turn * number), 6) for number, radius in enumerate(radii)]
    y = [round(radius * sin(turn * number), 6) for number, radius in enumerate(radii)]
    return np.array(x), np.array(y)


def _summed(size: int, a: _Places, b: _Places, pull: _Vector) -> _Vector:
    there: _Vector = np.bincount(a, weights=pull, minlength=size).astype(np.float64)
    return there - np.bincount(b, weights=pull, minlength=size)


def _repulsion(x: _Vector, y: _Vector, mass: _Vector) -> tuple[_Vector, _Vector]:
    """Return the push on each node from the mass in each cell of a grid."""
    cell = _cells(x) * CELLS + _cells(y)
    weight = np.bincount(cell, weights=mass, minlength=CELLS * CELLS)
    used = weight > 0
    weight = weight[used]
    middle_x = np.bincount(cell, weights=mass * x, minlength=CELLS * CELLS)[used] / weight
    middle_y = np.bincount(cell, weights=mass * y, minlength=CELLS * CELLS)[used] / weight
    push_x, push_y = np.empty_like(x), np.empty_like(y)
    for start in range(0, len(x), ROWS_AT_ONCE):
        rows = slice(start, start + ROWS_AT_ONCE)
        apart_x, apart_y = x[rows, None] - middle_x, y[rows, None] - middle_y
        strength = weight / (apart_x * apart_x + apart_y * apart_y + 16.0)
        push_x[rows] = (apart_x * strength).sum(axis=1)
        push_y[rows] = (apart_y * strength).sum(axis=1)
    return push_x * mass * REPULSION / 10, push_y * mass * REPULSION / 10


def _cells(values: _Vector) -> _Places:
    low, high = values.min(), values.max()
    steps = (values - low) / (high - low + 1e-9) * CELLS
    whole: _Places = steps.astype(np.intp)
    return np.minimum(whole, CELLS - 1)


def _to_scale(x: _Vector, y: _Vector) -> tuple[_Vector, _Vector]:
    """Scale so that each node has ``PITCH`` by ``PITCH`` pixels on average, and move the middle to (0, 0)."""
    low_x, high_x = np.quantile(x, (0.02, 0.98))
    low_y, high_y = np.quantile(y, (0.02, 0.98))
    side = sqrt(len(x)) * PITCH
    across = max(float(high_x - low_x), 1.0)
    along = max(float(high_y - low_y), 1.0)
    return (x - (low_x + high_x) / 2) / across * side * LANDSCAPE, (y - (low_y + high_y) / 2) / along * side


def _apart(at: Mapping[int, tuple[float, float]]) -> dict[int, tuple[int, int]]:
    """Give each node a square of its own, the nearest free one to where it stands."""
    taken: set[tuple[int, int]] = set()
    spots = {}
    for place, (x, y) in at.items():
        wanted = (int(x // NEAREST), int(y // NEAREST))
        square = next(square for square in _around(wanted) if square not in taken)
        taken.add(square)
        middle = (square[0] * NEAREST + NEAREST // 2, square[1] * NEAREST + NEAREST // 2)
        spots[place] = (round(x), round(y)) if square == wanted else middle
    return spots


def _around(square: tuple[int, int]) -> Iterator[tuple[int, int]]:
    """Yield the square, then those around it, ring by ring."""
    yield square
    for ring in count(1):
        for step in range(-ring, ring + 1):
            for column, row in ((step, -ring), (step, ring), (-ring, step), (ring, step)):
                yield square[0] + column, square[1] + row
