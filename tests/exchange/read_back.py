# SPDX-License-Identifier: Apache-2.0
"""Reads a file that Kith wrote with readers that aren't Kith's, and prints what they see as JSON.

read_back.py FILE.vcf|FILE.ics|FILE.csv|FILE.eml|FILE.html|FILE.md
"""
import base64
import csv
import email
import email.policy
import html.parser
import json
import subprocess
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


def utf8(text):
    """An address beyond ASCII (RFC 6532), which Python keeps as bytes."""
    return text.encode("utf-8", "surrogateescape").decode("utf-8")


def mail(written):
    message = email.message_from_bytes(written, policy=email.policy.default)
    return {
        "headers": [name for name, _ in message.items()],
        "to": [[to.display_name, utf8(to.addr_spec)] for to in message["to"].addresses] if message["to"] else [],
        "subject": message["subject"],
        "body": message.get_content().replace("\r\n", "\n"),
        "defects": len(message.defects) + sum(len(value.defects) for value in message.values()),
    }


class Page(html.parser.HTMLParser):
    """Elements that are left open or closed twice, texts by element, and whatever would be fetched or run."""

    EMPTY = {"meta", "img", "input", "br", "hr"}

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.open, self.wrong, self.dangers, self.pictures, self.boxes = [], [], [], [], 0
        self.texts = {}

    def handle_starttag(self, tag, attrs):
        for name, value in attrs:
            if name in ("src", "href") and not (tag == "img" and value.startswith("data:image/jpeg;base64,")):
                self.dangers.append(f"{tag} {name}={value}")
            if name.startswith("on") or "javascript:" in (value or ""):
                self.dangers.append(f"{tag} {name}={value}")
            if name == "src":
                self.pictures.append(len(base64.b64decode(value.split(",", 1)[1], validate=True)))
        if tag in ("script", "link", "iframe", "object", "embed", "base", "form"):
            self.dangers.append(tag)
        self.boxes += tag == "input"
        if tag not in self.EMPTY:
            self.open.append(tag)
            self.texts.setdefault(tag, []).append("")

    def handle_endtag(self, tag):
        if tag in self.EMPTY:
            return
        if not self.open or self.open.pop() != tag:
            self.wrong.append(tag)

    def handle_data(self, data):
        for tag in set(self.open):
            self.texts[tag][-1] += data


def page(text):
    reader = Page()
    reader.feed(text)
    reader.close()
    return {
        "wrong": reader.wrong + reader.open,
        "dangers": reader.dangers,
        "pictures": reader.pictures,
        "boxes": reader.boxes,
        "texts": reader.texts,
    }


def markdown(path):
    """As GitHub shows it."""
    extensions = [part for name in ("table", "strikethrough", "autolink", "tasklist") for part in ("-e", name)]
    return page(subprocess.run(["cmark-gfm", *extensions, path], check=True, capture_output=True, text=True).stdout)


def read(path):
    if path.endswith(".md"):
        return markdown(path)
    if path.endswith(".html"):
        with open(path, encoding="utf-8", newline="") as file:
            return page(file.read())
    if path.endswith(".eml"):
        with open(path, "rb") as file:
            return [mail(written) for written in file.read().split(b"\0")]
    with open(path, encoding="utf-8", newline="") as file:
        if path.endswith(".vcf"):
            return [card(entry) for entry in vobject.readComponents(file.read())]
        if path.endswith(".ics"):
            calendar = vobject.readOne(file.read())
            return [event(entry) for entry in calendar.contents.get("vevent", [])]
    with open(path, encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file, strict=True))


print(json.dumps(read(sys.argv[1])))
