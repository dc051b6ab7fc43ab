# SPDX-License-Identifier: Apache-2.0
"""Somebody else's program on the same address book and calendar: does one thing at random, with Debian's
python3-vobject, which writes cards and tasks in its own way.
usage: third_client.py ADDRESS_BOOK_URL CALENDAR_URL USER PASSWORD NUMBER. Prints what it did: act, name, value."""
import base64
import datetime
import random
import sys
import urllib.error
import urllib.parse
import urllib.request
import xml.etree.ElementTree as ElementTree

import vobject

url, calendar_url, user, password, number = sys.argv[1:6]
random.seed(int(number))
login = "Basic " + base64.b64encode(f"{user}:{password}".encode()).decode()
opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))


def ask(method, address, body=None, **headers):
    headers = {name.replace("_", "-"): value for name, value in headers.items()}
    request = urllib.request.Request(address, body, {"Authorization": login, **headers}, method=method)
    return opener.open(request)


def hrefs(collection, ending):
    listing = ask("PROPFIND", collection, b"", Depth="1").read()
    found = [element.text for element in ElementTree.fromstring(listing).iter("{DAV:}href")]
    return sorted(href for href in found if href.endswith(ending))


def change(card):
    act = random.choice(["email", "phone", "organization", "note", "unknown"])
    value = f"third{number}"
    if act == "email":
        value += "@example.net"
        card.add("email").value = value
    elif act == "phone":
        value = f"+1415555{int(number) % 10000:04}"
        phone = card.add("tel")
        phone.value = value
        phone.type_param = "CELL"
    elif act == "organization":
        if not hasattr(card, "org"):
            card.add("org")
        card.org.value = [value]
    elif act == "note":
        if not hasattr(card, "note"):
            card.add("note").value = value
        else:
            card.note.value += "\n" + value
    else:
        card.add("x-third-client").value = value
    return act, value


def change_task():
    there = hrefs(calendar_url, ".ics")
    if not there:
        return "nothing", "", ""
    href = urllib.parse.urljoin(calendar_url, random.choice(there))
    answer = ask("GET", href)
    calendar = vobject.readOne(answer.read().decode())
    task = calendar.vtodo
    act = random.choice(["task-text", "task-done", "task-description"])
    value = f"third{number}"
    if act == "task-text":
        task.summary.value = value
    elif act == "task-description":
        if not hasattr(task, "description"):
            task.add("description").value = value
        else:
            task.description.value += "\n" + value
    else:
        for name in ("status", "completed"):
            if hasattr(task, name):
                delattr(task, name)
        task.add("status").value = "COMPLETED"
        task.add("completed").value = datetime.datetime(2026, 11, 24, 12, 0, tzinfo=vobject.icalendar.utc)
    ask("PUT", href, calendar.serialize().encode(), Content_Type="text/calendar", If_Match=answer.headers["ETag"])
    return act, task.uid.value, value


def main():
    if random.random() < 0.3:
        return change_task()
    there = hrefs(url, ".vcf")
    if not there or random.random() < 0.1:
        card = vobject.vCard()
        name = f"Third {number}"
        card.add("uid").value = f"third-{number}"
        card.add("fn").value = name
        card.add("n").value = vobject.vcard.Name(family=number, given="Third")
        ask("PUT", f"{url}third-{number}.vcf", card.serialize().encode(), Content_Type="text/vcard", If_None_Match="*")
        return "add", name, ""
    href = urllib.parse.urljoin(url, random.choice(there))
    answer = ask("GET", href)
    card = vobject.readOne(answer.read().decode())
    name = card.fn.value
    if random.random() < 0.04:
        ask("DELETE", href, If_Match=answer.headers["ETag"])
        return "delete", name, ""
    act, value = change(card)
    ask("PUT", href, card.serialize().encode(), Content_Type="text/vcard", If_Match=answer.headers["ETag"])
    return act, name, value


try:
    print("\t".join(main()))
except urllib.error.HTTPError as error:
    print(f"failed\t{error.code}\t")
