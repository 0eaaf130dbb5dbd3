"""Which level each quasi-identifier is published at: the least loss of information that leaves few records short.

The levels form a lattice in which a coarser node never leaves more records short of k (P. Samarati, 2001; K. LeFevre
et al.: Incognito, 2005; K. El Emam et al.: Optimal Lattice Anonymization, 2009). Nodes are judged best first by a lower
bound of their loss, made from pairs of columns: what falls short in two columns falls short in all of them.
"""

from itertools import combinations as choose
from itertools import product

import numpy as np

from anonymizers.risk.classes import Floats, joint
from anonymizers.risk.combinations import Combinations, Node, Shortfall

MOST_COLUMNS = 6
"""Beyond so many quasi-identifiers the search is greedy."""

_SHORT_LOSES = 0.4
"""Of what a record short of k still tells; on generated surveys of 100 to 100,000 records it was 0.25 to 0.5."""

_MOST_NODES = 100_000
_WORK = 40_000_000
_FEWEST_TRIED, _MOST_TRIED = 60, 1_500


class Search:
    """The loss of nodes, each judged once; `allowed` is the share of records that may be short of k."""

    def __init__(self, table: Combinations, allowed: float) -> None:
        self._table = table
        self._allowed = allowed
        self._seen: dict[Node, Shortfall] = {}
        self._loss = [
            {level: table.mean_loss(at, level) for level in range(column.first, column.last + 1)}
            for at, column in enumerate(table.columns)
        ]
        self.coarsest: Node = tuple(column.last for column in table.columns)
        self.finest: Node = tuple(column.first for column in table.columns)

    def shortfall(self, node: Node) -> Shortfall:
        """What falls short at a node."""
        if node not in self._seen:
            self._seen[node] = self._table.shortfall(node)
        return self._seen[node]

    def coarsening(self, node: Node) -> float:
        """The loss by the levels alone: the mean certainty penalty of a cell."""
        return sum(loss[level] for loss, level in zip(self._loss, node, strict=True)) / len(node)

    def cost(self, node: Node) -> float:
        """The loss of a node, as it is likely to be once cells are suppressed; infinite where too many fall short."""
        short = self.shortfall(node)
        if short.of_k > self._allowed:
            return np.inf
        return float(_cost(self.coarsening(node), short.of_k)) + short.of_l_or_t

    def best(self) -> Node:
        """The node of the least loss; of the least that was found, where the lattice is large."""
        found = self._refined(self._climbed())
        widths = [last - first + 1 for first, last in zip(self.finest, self.coarsest, strict=True)]
        if len(widths) > MOST_COLUMNS or np.prod(widths, dtype=float) > _MOST_NODES:
            return found
        return self._refined(self._searched(found))

    def likely(self, most: int) -> list[Node]:
        """The nodes that were judged and lose least, `most` of them at the most, the least loss first."""
        fit = [node for node in self._seen if self.cost(node) < np.inf]
        return sorted(fit, key=lambda node: (self.cost(node), node))[:most]

    def _climbed(self) -> Node:
        """From the finest node up, each time by the column that spares most records for what it loses."""
        node = self.finest
        while self.shortfall(node).of_k > self._allowed:
            above = [_moved(node, at, 1) for at in range(len(node)) if node[at] < self.coarsest[at]]
            before, start = self.shortfall(node).of_k, self.coarsening(node)
            node = max(
                above, key=lambda one: (before - self.shortfall(one).of_k) / (self.coarsening(one) - start + 1e-6)
            )
        return node

    def _refined(self, node: Node) -> Node:
        """The node, moved by one level of one column for as long as that loses less."""
        while True:
            near = [
                _moved(node, at, step)
                for at in range(len(node))
                for step in (-1, 1)
                if self.finest[at] <= node[at] + step <= self.coarsest[at]
            ]
            better = min(near, key=self.cost)
            if self.cost(better) >= self.cost(node):
                return node
            node = better

    def _searched(self, found: Node) -> Node:
        ranges = [range(first, last + 1) for first, last in zip(self.finest, self.coarsest, strict=True)]
        nodes = np.array(list(product(*ranges)), dtype=np.int64)
        coarsening = sum(
            np.array([self._loss[at][level] for level in ranges[at]])[nodes[:, at] - self.finest[at]]
            for at in range(len(ranges))
        ) / len(ranges)
        short = self._least_short(nodes)
        for node, known in self._seen.items():
            _at_least(short, nodes, node, known.of_k)
        best, tried = self.cost(found), 0
        most = min(max(_WORK // len(self._table.base), _FEWEST_TRIED), _MOST_TRIED)
        open_ = np.array([tuple(node) not in self._seen for node in nodes.tolist()])
        while tried < most:
            bound = np.where(open_ & (short <= self._allowed), _cost(coarsening, short), np.inf)
            at = int(bound.argmin())
            if bound[at] >= best:
                break
            node = tuple(nodes[at].tolist())
            open_[at] = False
            tried += 1
            _at_least(short, nodes, node, self.shortfall(node).of_k)
            if self.cost(node) < best:
                found, best = node, self.cost(node)
        return found

    def _least_short(self, nodes: np.ndarray) -> Floats:
        """For each node, a share of records that falls short of k for certain."""
        short = np.zeros(len(nodes))
        table = self._table
        records = table.rows.sum()
        most = table.most_people()
        for left, right in choose(range(len(table.columns)), 2):
            pair = joint([table.base[:, left], table.base[:, right]], len(table.base))
            first = np.unique(pair, return_index=True)[1]
            rows, people = np.bincount(pair, weights=table.rows), np.bincount(pair, weights=most)
            one, two = table.columns[left], table.columns[right]
            found = np.zeros((one.last + 1, two.last + 1))
            for i, j in product(range(one.first, one.last + 1), range(two.first, two.last + 1)):
                classes = joint(
                    [one.codes[i][table.base[first, left]], two.codes[j][table.base[first, right]]], len(first)
                )
                few = np.bincount(classes, weights=people) < table.thresholds.k
                found[i, j] = np.bincount(classes, weights=rows)[few].sum() / records
            short = np.maximum(short, found[nodes[:, left], nodes[:, right]])
        return short


def _cost(coarsening: Floats | float, short: Floats | float) -> Floats | float:
    return coarsening + _SHORT_LOSES * short * (1 - coarsening)


def _moved(node: Node, at: int, step: int) -> Node:
    return (*node[:at], node[at] + step, *node[at + 1 :])


def _at_least(short: Floats, nodes: np.ndarray, node: Node, share: float) -> None:
    """Every node that is nowhere coarser than this one leaves at least as many records short."""
    below = (nodes <= np.array(node)).all(axis=1)
    short[below] = np.maximum(short[below], share)
