"""Reads every file of techniques below a folder with the classes of the shared task's scorer: semeval_check.py TOOLS FOLDER.

Prints a line for each span: dataset, technique, place, and the words that stand there, as ASCII JSON.
"""

import json
import sys
from pathlib import Path

sys.path.insert(0, sys.argv[1])

from src.article_annotations import Articles_annotations  # noqa: E402

folder = Path(sys.argv[2])
for path in sorted(folder.rglob("*.task2-TC.labels")):
    dataset = path.relative_to(folder).parts[0]
    # Strict: as many lines as there are spans.
    lines = path.read_text("utf-8").count("\n")
    read = Articles_annotations()
    read.load_article_annotations_from_csv_file(str(path))
    if len(read) != lines:
        sys.exit(f"{path}: {len(read)} of {lines} lines were read")
    text = (folder / dataset / f"{path.name.split('.')[0]}.txt").read_bytes().decode("utf-8")
    for span in read.get_article_annotations():
        start, end = span.get_start_offset(), span.get_end_offset()
        print(dataset, span.get_label(), f"{start}-{end}", json.dumps(text[start:end]), sep="\t")
