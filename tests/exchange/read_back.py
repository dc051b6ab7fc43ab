# SPDX-License-Identifier: Apache-2.0
"""Reads a file that Kith wrote with readers that aren't Kith's, and prints what they see as JSON.

read_back.py FILE.vcf|FILE.ics|FILE.csv
"""
import csv
import json
import sys

import vobject


def card(entry):
    seen = {"n": [entry.n.value.family, entry.n.value.given], "fn": entry.fn.value}
    for name in ("org", "title", "tel", "email", "url", "adr", "bday", "note", "categories", "uid", "rev"):
        lines = entry.contents.get(name, [])
        seen[name] = [line.value.street if name == "adr" else line.value for line in lines]
    seen["tel types"] = [line.params.get("TYPE", []) for line in entry.contents.get("tel", [])]
    return seen


def event(entry):
    return {
        "uid": entry.uid.value,
        "summary": entry.summary.value,
        "description": entry.description.value,
        "begin": entry.dtstart.value.isoformat(),
        "alarm": entry.valarm.trigger.value.total_seconds(),
        "next": [day.date().isoformat() for day in entry.rruleset[:3]] if "rrule" in entry.contents else [],
    }


def read(path):
    with open(path, encoding="utf-8", newline="") as file:
        if path.endswith(".vcf"):
            return [card(entry) for entry in vobject.readComponents(file.read())]
        if path.endswith(".ics"):
            calendar = vobject.readOne(file.read())
            return [event(entry) for entry in calendar.contents.get("vevent", [])]
    with open(path, encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file, strict=True))


print(json.dumps(read(sys.argv[1])))
