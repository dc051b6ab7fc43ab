#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""Learns the card finder's weights from what kith_finder_evidence prints; README.md says how."""
import sys

import numpy as np

FOLDS = 5
RIDGE = {"outlines": 1.0, "rivals": 2.0, "places": 5.0, "insides": 2.0, "captures": 200.0}
NOT_OF_EDGES = ("log_area", "table_trust", "printed", "detail")
MOST_DEVIATIONS = 3.0
PRODUCTS = 40


def read(files):
    names, pictures, cards, rows = None, [], [], []
    for file in files:
        with open(file, encoding="utf-8") as lines:
            names = next(lines).split()[2:]
            for line in lines:
                picture, card, *values = line.split("\t")
                pictures.append(picture)
                cards.append(int(card))
                rows.append([float(value) for value in values])
    return names, np.array(pictures), np.array(cards), np.array(rows)


def picture_weights(pictures, cards):
    """A picture with a hundred candidates teaches hardly more than one with ten; cards weigh as much as others."""
    weights = np.zeros(len(cards))
    for card in (0, 1):
        of = cards == card
        _, place, counts = np.unique(pictures[of], return_inverse=True, return_counts=True)
        weights[of] = 1 / np.sqrt(counts[place])
        weights[of] *= len(cards) / 2 / weights[of].sum()
    return weights


def chances(features, parameters):
    return 1 / (1 + np.exp(-np.clip(features @ parameters, -30, 30)))


def fit(features, cards, weights, ridge):
    """Logistic regression by Newton's method; the first feature is constant and not shrunk."""
    shrink = np.full(features.shape[1], ridge)
    shrink[0] = 0
    parameters = np.zeros(features.shape[1])
    for _ in range(100):
        chance = chances(features, parameters)
        gradient = features.T @ (weights * (cards - chance)) - shrink * parameters
        curvature = (features.T * (weights * chance * (1 - chance))) @ features + np.diag(shrink + 1e-9)
        step = np.linalg.solve(curvature, gradient)
        parameters += step
        if np.abs(step).max() < 1e-6:
            break
    return parameters


class Straight:
    def __init__(self, rows, cards, weights):
        pass

    def __call__(self, rows):
        return np.hstack([np.ones((len(rows), 1)), rows])


class Parabolas:
    def __init__(self, rows, cards, weights):
        self.mean, self.deviation = rows.mean(axis=0), rows.std(axis=0) + 1e-9

    def relative(self, rows):
        return np.clip((rows - self.mean) / self.deviation, -MOST_DEVIATIONS, MOST_DEVIATIONS)

    def __call__(self, rows):
        relative = self.relative(rows)
        return np.hstack([np.ones((len(rows), 1)), relative, relative**2])


class ParabolasAndProducts(Parabolas):
    """Also products of two features: one after the other the one that Rao's score test says lowers the loss most."""

    def __init__(self, rows, cards, weights):
        super().__init__(rows, cards, weights)
        self.products = []
        ridge = RIDGE["captures"]
        relative = self.relative(rows)
        for _ in range(PRODUCTS):
            features = self(rows)
            chance = chances(features, fit(features, cards, weights, ridge))
            slope = relative.T @ (relative * (weights * (cards - chance))[:, None])
            curvature = (relative**2).T @ (relative**2 * (weights * chance * (1 - chance))[:, None])
            gain = np.triu(slope**2 / (curvature + ridge), 1)
            for product in self.products:
                gain[product] = 0
            self.products.append(tuple(int(i) for i in np.unravel_index(gain.argmax(), gain.shape)))

    def __call__(self, rows):
        relative = self.relative(rows)
        products = [relative[:, i] * relative[:, j] for i, j in self.products]
        return np.column_stack([super().__call__(rows), *products])


class Scaled:
    def __init__(self, rows, cards, weights):
        self.deviation = rows.std(axis=0) + 1e-9

    def __call__(self, rows):
        return np.hstack([np.ones((len(rows), 1)), rows / self.deviation])


def pairs(names, pictures, cards, rows):
    """How what is right differs from each other thing of its picture, and the other way around."""
    rows = rows * [name not in NOT_OF_EDGES for name in names]
    paired, right, differences = [], [], []
    for picture in np.unique(pictures):
        for card in rows[(pictures == picture) & (cards == 1)]:
            for other in rows[(pictures == picture) & (cards == 0)]:
                paired += [picture, picture]
                right += [1, 0]
                differences += [card - other, other - card]
    return np.array(paired), np.array(right), np.array(differences)


SHAPES = {"outlines": Straight, "rivals": Parabolas, "places": Scaled, "insides": Parabolas,
          "captures": ParabolasAndProducts}


def cross_validate(kind, pictures, cards, rows):
    odds = np.zeros(len(cards))
    fold_of = {name: i % FOLDS for i, name in enumerate(np.random.default_rng(1).permutation(np.unique(pictures)))}
    fold = np.array([fold_of[name] for name in pictures])
    for i in range(FOLDS):
        learn, test = fold != i, fold == i
        weights = picture_weights(pictures[learn], cards[learn])
        shape = SHAPES[kind](rows[learn], cards[learn], weights)
        odds[test] = shape(rows[test]) @ fit(shape(rows[learn]), cards[learn], weights, RIDGE[kind])
    return odds


def print_weights(names, shape, parameters):
    print(f"bias {parameters[0]:.3f}")
    for i, name in enumerate(names):
        if isinstance(shape, Parabolas):
            print(f"{{{shape.mean[i]:.4f}, {shape.deviation[i]:.4f}, {parameters[1 + i]:.3f}, "
                  f"{parameters[1 + len(names) + i]:.3f}}},  // {name}")
        else:
            deviation = shape.deviation[i] if isinstance(shape, Scaled) else 1
            print(f"{parameters[1 + i] / deviation:.3f},  // {name}")
    if isinstance(shape, ParabolasAndProducts):
        for (i, j), weight in zip(shape.products, parameters[1 + 2 * len(names):]):
            print(f"{{{i}, {j}, {weight:.3f}}},  // {names[i]}, {names[j]}")


def main():
    if len(sys.argv) < 3 or sys.argv[1] not in RIDGE:
        sys.exit("usage: fit.py outlines|rivals|places|insides|captures FILE...")
    kind = sys.argv[1]
    names, pictures, cards, rows = read(sys.argv[2:])
    if kind == "places":
        pictures, cards, rows = pairs(names, pictures, cards, rows)
    odds = cross_validate(kind, pictures, cards, rows)
    report = lambda line: print(line, file=sys.stderr)
    report(f"{len(cards)} candidates in {len(np.unique(pictures))} pictures, {cards.sum()} of them cards")
    report("log odds  cards lost  pictures with something else  (cross-validated)")
    for least in (-4, -3, -2.5, -2, -1.5, -1, -0.5, 0, 0.5, 1, 2, 3):
        others = len(np.unique(pictures[(cards == 0) & (odds >= least)]))
        report(f"{least:8.1f} {(odds[cards == 1] < least).mean():11.4f} {others:8d}")
    weights = picture_weights(pictures, cards)
    shape = SHAPES[kind](rows, cards, weights)
    print_weights(names, shape, fit(shape(rows), cards, weights, RIDGE[kind]))


if __name__ == "__main__":
    main()
