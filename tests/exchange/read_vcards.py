# SPDX-License-Identifier: Apache-2.0
"""Prints the properties of the vCards in a file as vobject sees them: for each card a list of group, name and values.

read_vcards.py FILE.vcf
"""
import base64
import json
import sys

import vobject


def strings(value):
    if isinstance(value, bytes):
        return [base64.b64encode(value).decode()]
    if isinstance(value, vobject.vcard.Name):
        return [value.family, value.given, value.additional, value.prefix, value.suffix]
    if isinstance(value, vobject.vcard.Address):
        return [value.box, value.extended, value.street, value.city, value.region, value.code, value.country]
    return value if isinstance(value, list) else [value]


def card(entry):
    return [[line.group or "", line.name.upper(), strings(line.value)] for line in entry.getChildren()]


with open(sys.argv[1], encoding="utf-8", newline="") as file:
    print(json.dumps([card(entry) for entry in vobject.readComponents(file.read())]))
