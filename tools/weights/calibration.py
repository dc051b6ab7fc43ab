#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""How often fields of a confidence are right: what a person is told to trust, and what to check.

usage: calibration.py TRUTH.json RECORDS.jsonl [TRUTH RECORDS ...]
         truths as cardpress writes them; records as `kith_readings parse` or `kith scan --json` print them
"""
import json
import sys
import unicodedata
from pathlib import PurePath

BOUNDS = (0.0, 0.5, 0.8, 0.9, 1.01)
TRUTH_OF = {"name": "name", "organization": "org", "title": "title", "phone": "phone", "email": "email", "url": "url"}


def plain(text):
    """Letters and digits, without case and accents."""
    return "".join(c for c in unicodedata.normalize("NFKD", text).casefold() if c.isalnum())


def same_phone(a, b):
    short, long = sorted((plain(a).lstrip("0"), plain(b).lstrip("0")), key=len)
    return len(short) >= 6 and long.endswith(short) and len(long) - len(short) <= 4


def same_url(a, b):
    def bare(url):
        return url.casefold().removeprefix("https://").removeprefix("http://").removeprefix("www.").rstrip("/")

    return bare(a) == bare(b)


def is_right(field, truth):
    kind, value = field["kind"], field["value"]
    wanted = truth[TRUTH_OF[kind]]
    if kind == "phone":
        return any(same_phone(phone["number"].replace("(0)", ""), value) for phone in wanted)
    if kind == "url":
        return any(same_url(url, value) for url in wanted)
    if kind == "email":
        return any(email.casefold() == value.casefold() for email in wanted)
    if kind == "title":
        wanted = wanted + truth.get("department", [])
    return any(plain(text) == plain(value) for text in wanted)


def main():
    files = sys.argv[1:]
    if not files or len(files) % 2:
        sys.exit(__doc__)
    counts = {}
    for truth_file, records in zip(files[::2], files[1::2]):
        truths = json.load(open(truth_file, encoding="utf-8"))
        for line in open(records, encoding="utf-8"):
            record = json.loads(line)
            truth = truths.get(PurePath(record["source"]).name, {"skip": "unknown"})
            for field in record.get("fields", []):
                if truth.get("skip") or field["kind"] not in TRUTH_OF:
                    continue
                bin_of = next(i for i in range(len(BOUNDS) - 1) if field["confidence"] < BOUNDS[i + 1])
                for kind in (field["kind"], "all"):
                    count = counts.setdefault((kind, bin_of), [0, 0])
                    count[0] += is_right(field, truth)
                    count[1] += 1
    print("right / shown".ljust(16) + "".join(f"from {low:.1f}".rjust(14) for low in BOUNDS[:-1]))
    for kind in [*TRUTH_OF, "all"]:
        cells = [counts.get((kind, i), [0, 0]) for i in range(len(BOUNDS) - 1)]
        print(kind.ljust(16) + "".join(f"{right} / {shown}".rjust(14) for right, shown in cells))


if __name__ == "__main__":
    main()
