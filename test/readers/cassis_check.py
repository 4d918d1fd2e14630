"""Reads every .xmi and CAS .json below a folder with dkpro-cassis: cassis_check.py CASSIS FOLDER.

Prints the same lines as UimaCheck.java, with positions in code points: cassis counts as Python does.
"""

import json
import sys
from pathlib import Path

sys.path.insert(0, sys.argv[1])

from cassis import load_cas_from_json, load_cas_from_xmi, load_typesystem  # noqa: E402

SPAN = "webanno.custom.LesartSpan"


def line(mark):
    slot = mark.parts
    links = slot.elements if hasattr(slot, "elements") else slot or []
    parts = " ".join(f"{link.role}:{link.target.begin}-{link.target.end}" for link in links)
    note = "" if mark.note is None else json.dumps(mark.note)
    words = json.dumps(mark.get_covered_text())
    return "\t".join([mark.identifier, mark.tag, f"{mark.begin}-{mark.end}", words, note, parts])


def read(path):
    if path.suffix == ".json":
        return load_cas_from_json(path.read_text("utf-8"))
    types = next(parent / "TypeSystem.xml" for parent in path.parents if (parent / "TypeSystem.xml").exists())
    with types.open("rb") as source:
        typesystem = load_typesystem(source)
    with path.open("rb") as source:
        return load_cas_from_xmi(source, typesystem=typesystem)


folder = Path(sys.argv[2])
for path in sorted([*folder.rglob("*.xmi"), *folder.rglob("*.json")]):
    if path.name == "lesart.json":
        continue
    cas = read(path)
    print(path.relative_to(folder), "text", json.dumps(cas.sofa_string), sep="\t")
    for mark in cas.select(SPAN):
        print(path.relative_to(folder), line(mark), sep="\t")
