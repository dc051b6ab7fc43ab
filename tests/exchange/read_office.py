# SPDX-License-Identifier: Apache-2.0
"""Opens a CSV file with LibreOffice, and prints the cells of its rows as JSON: [text, formula or null].

read_office.py FILE.csv
"""
import json
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as xml

OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0"
TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"


def text_of(paragraph):
    """With the spaces that OpenDocument writes as elements."""
    text = paragraph.text or ""
    for child in paragraph:
        text += " " * int(child.get(f"{TEXT}c", "1")) if child.tag == f"{TEXT}s" else "".join(child.itertext())
        text += child.tail or ""
    return text


def cells(row):
    found = []
    for cell in row.iter(f"{TABLE}table-cell"):
        text = "\n".join(text_of(paragraph) for paragraph in cell.iter(f"{TEXT}p"))
        found += [[text, cell.get(f"{TABLE}formula")]] * min(int(cell.get(f"{TABLE}number-columns-repeated", "1")), 100)
    while found and found[-1] == ["", None]:
        found.pop()
    return found


with tempfile.TemporaryDirectory() as folder:
    subprocess.run(["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", "fods",
                    "--outdir", folder, "--infilter=CSV:44,34,76,1", sys.argv[1]], check=True, capture_output=True)
    table = xml.parse(f"{folder}/people.fods").getroot().find(f".//{TABLE}table")
print(json.dumps([cells(row) for row in table.iter(f"{TABLE}table-row") if cells(row)]))
