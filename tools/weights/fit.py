#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""Learns the weights of parse/weights.txt from what kith_ways prints; README.md says how.

usage: fit.py [--write] WAYS...
         prints a cross-validation over cards; --write also puts the weights learned from all cards into parse/weights.txt
"""
import json
import sys
from pathlib import Path

import numpy as np
from scipy.optimize import minimize
from scipy.special import logsumexp

MODEL = Path(__file__).resolve().parents[2] / "parse/weights.txt"
FOLDS = 5
NO_DIFFERENCE = 0.003  # of F1
SPREADS = (0.4, 0.8, 1.6)  # how far weights may stray from those set by hand: standard deviation
# Kept as set by hand: how often cards lack a value is for the world to say, not for cardpress.
FIXED = ("no_name", "no_organization", "name_empty")
TITLE = 1  # index in kOtherKinds
NEVER = -1e9


def read_model():
    """Names, weights and those set by hand, in the order of Sign."""
    rows = [line.split() for line in MODEL.read_text().splitlines() if line and not line.startswith("#")]
    return [row[0] for row in rows], np.array([float(row[2]) for row in rows])


def dense(sparse, signs):
    row = np.zeros(signs)
    for sign, amount in sparse:
        row[sign] = amount
    return row


def used(candidates, pieces):
    mask = np.zeros((len(candidates), pieces))
    for i, candidate in enumerate(candidates):
        mask[i, candidate["parts"]] = 1
    return mask


class Card:
    """All ways to label one card: the same model as parse/card_model.h."""

    def __init__(self, line, names):
        card = json.loads(line)
        signs, pieces = len(names), card["pieces"]
        self.below_name = names.index("title_below_name")
        self.names = np.array([dense(c["signs"], signs) for c in card["names"]])
        self.organizations = np.array([dense(c["signs"], signs) for c in card["organizations"]])
        self.pieces = np.array([[dense(kind, signs) for kind in p["signs"]] for p in pieces]).reshape(len(pieces), -1, signs)
        self.near = np.array([p["near"] for p in pieces]).reshape(len(pieces), -1).T
        self.used_by_name = used(card["names"], len(pieces))
        self.used_by_organization = used(card["organizations"], len(pieces))
        self.clash = self.used_by_name @ self.used_by_organization.T > 0
        self.right_name = np.array([c["right"] for c in card["names"]])
        self.right_organization = np.array([c["right"] for c in card["organizations"]])
        self.kinds = np.array([p["kind"] for p in pieces], dtype=int)

    def kind_scores(self, weights):
        """For each name, piece and kind."""
        scores = np.repeat((self.pieces @ weights)[None], len(self.names), axis=0)
        scores[:, :, TITLE] += weights[self.below_name] * self.near
        return scores

    def totals(self, weights, of_piece):
        """For each name and organization, with what the pieces that neither uses add up to."""
        total = (self.names @ weights + (of_piece * (1 - self.used_by_name)).sum(axis=1))[:, None]
        total = total + (self.organizations @ weights)[None, :] - of_piece @ self.used_by_organization.T
        return np.where(self.clash, NEVER, total)

    def expected(self, shares, kind_shares):
        """Amounts of the signs, where `shares` is how likely each name and organization is."""
        of_name = shares.sum(axis=1)
        free = of_name[:, None] * (1 - self.used_by_name) - shares @ self.used_by_organization
        kinds = free[:, :, None] * kind_shares
        amounts = of_name @ self.names + shares.sum(axis=0) @ self.organizations
        amounts = amounts + np.einsum("pk,pks->s", kinds.sum(axis=0), self.pieces)
        amounts[self.below_name] += (kinds[:, :, TITLE] * self.near).sum()
        return amounts

    def log_likelihood(self, weights):
        """Of the right way, and its slope."""
        scores = self.kind_scores(weights)
        of_piece = logsumexp(scores, axis=2)
        all_ways = self.totals(weights, of_piece)
        one_hot = np.zeros_like(scores)
        one_hot[:, np.arange(len(self.kinds)), self.kinds] = 1
        right_ways = self.totals(weights, (scores * one_hot).sum(axis=2))
        right = self.right_name[:, None] & self.right_organization[None, :] & ~self.clash
        if not right.any():
            return 0.0, np.zeros_like(weights)
        right_ways = np.where(right, right_ways, NEVER)
        of_all, of_right = logsumexp(all_ways), logsumexp(right_ways)
        slope = self.expected(np.exp(right_ways - of_right), one_hot)
        slope -= self.expected(np.exp(all_ways - of_all), np.exp(scores - of_piece[:, :, None]))
        return of_right - of_all, slope

    def outcome(self, weights):
        """Right, chosen and wanted: names, organizations, lines of titles."""
        scores = self.kind_scores(weights)
        totals = self.totals(weights, scores.max(axis=2))
        name, organization = np.unravel_index(totals.argmax(), totals.shape)
        free = (self.used_by_name[name] + self.used_by_organization[organization]) == 0
        titles = (scores[name].argmax(axis=1) == TITLE) & free
        wanted = self.kinds == TITLE
        result = []
        for right, chosen in ((self.right_name, name), (self.right_organization, organization)):
            some = chosen < len(right) - 1
            result.append((int(some and right[chosen]), int(some), int(not right[-1])))
        result.append((int((titles & wanted).sum()), int(titles.sum()), int(wanted.sum())))
        return np.array(result)


def fit(cards, prior, spread, free):
    def loss(weights):
        value, slope = 0.0, np.zeros_like(weights)
        for card in cards:
            card_value, card_slope = card.log_likelihood(weights)
            value -= card_value
            slope -= card_slope
        away = weights - prior
        return value + (away**2).sum() / (2 * spread**2), (slope + away / spread**2) * free

    return minimize(loss, prior, jac=True, method="L-BFGS-B", options={"maxiter": 60}).x


def f1(counts):
    return 2 * counts[0] / max(1, counts[1] + counts[2])


def describe(counts):
    fields = "  ".join(f"{name} {f1(row):.3f}" for name, row in zip(("name", "organization", "title"), counts))
    return f"{fields}  all {f1(counts.sum(axis=0)):.3f}"


def cross_validate(cards, prior, free):
    """The narrowest spread that does hardly worse than the best one on cards that were left out."""
    order = np.random.default_rng(1).permutation(len(cards))
    print(f"{len(cards)} cards; F1 on those left out, {FOLDS} folds")
    print(f"set by hand: {describe(sum(card.outcome(prior) for card in cards))}")
    reached = {}
    for spread in SPREADS:
        counts, likelihood = np.zeros((3, 3)), 0.0
        for fold in range(FOLDS):
            weights = fit([cards[i] for i in order[np.arange(len(cards)) % FOLDS != fold]], prior, spread, free)
            for i in order[fold::FOLDS]:
                counts += cards[i].outcome(weights)
                likelihood += cards[i].log_likelihood(weights)[0]
        print(f"spread {spread}: {describe(counts)}  log-likelihood a card {likelihood / len(cards):.3f}", flush=True)
        reached[spread] = f1(counts.sum(axis=0))
    return min(spread for spread in SPREADS if reached[spread] > max(reached.values()) - NO_DIFFERENCE)


def main():
    files = [word for word in sys.argv[1:] if not word.startswith("--")]
    if not files:
        sys.exit(__doc__)
    names, prior = read_model()
    free = np.array([name not in FIXED for name in names], dtype=float)
    cards = [Card(line, names) for file in files for line in open(file, encoding="utf-8")]
    spread = cross_validate(cards, prior, free)
    if "--write" not in sys.argv:
        return
    weights = fit(cards, prior, spread, free)
    comments = [line for line in MODEL.read_text().splitlines() if line.startswith("#")]
    lines = [f"{name} {weight:.2f} {by_hand:.2f}" for name, weight, by_hand in zip(names, weights, prior)]
    MODEL.write_text("\n".join(comments + lines) + "\n")
    print(f"weights of spread {spread} written to {MODEL.name}")


if __name__ == "__main__":
    main()
