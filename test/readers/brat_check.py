"""Reads every pair of .txt and .ann below a folder with brat's own library: brat_check.py BRAT FOLDER."""

import sys
from pathlib import Path

brat, folder = Path(sys.argv[1]), Path(sys.argv[2])
sys.path[:0] = [str(brat / "server" / "src"), str(brat / "server" / "lib"), str(brat)]

from annotation import TextAnnotations  # noqa: E402
from message import Messager  # noqa: E402

pairs = spans = wrong = 0
for ann in sorted(folder.rglob("*.ann")):
    text = ann.with_suffix(".txt").read_bytes().decode("utf-8")
    read = TextAnnotations(text=text, source=ann.read_bytes().decode("utf-8"), read_only=True)
    pairs += 1
    spans += len(list(read.get_textbounds()))
    if read.failed_lines:
        wrong += 1
        print(f"{ann}: lines {read.failed_lines} were not read")
messages = Messager.output_json({})["messages"]
complaints = [message for message in messages if message[1] != "info"]
for message in complaints[:10]:
    print(message)
print(f"brat: {pairs} readings with {spans} spans; {wrong} with lines that were not read, {len(complaints)} complaints")
sys.exit(1 if wrong or complaints or not pairs else 0)
