/** A few lines that load what was written, for who goes on with a script. `FILE` stands for the file's name. */

export interface LoadLines {
  readonly language: 'Python' | 'R' | 'DuckDB'
  readonly lines: readonly string[]
}

const pandas = (call: string): LoadLines => ({
  language: 'Python',
  lines: ['import csv, pandas', `marks = pandas.${call}`, 'print(marks.groupby(["annotator", "tag"]).size())'],
})

const r = (call: string, count = 'table(marks$annotator, marks$tag)'): LoadLines => ({
  language: 'R',
  lines: [`marks <- ${call}`, count],
})

const duckdb = (source: string): LoadLines => ({
  language: 'DuckDB',
  lines: [`SELECT annotator, tag, count(*)`, `FROM ${source}`, 'WHERE tag IS NOT NULL GROUP BY ALL ORDER BY ALL;'],
})

const jsonLines = (lines: readonly string[]): LoadLines => ({
  language: 'Python',
  lines: ['import json', 'lines = [json.loads(line) for line in open("FILE", encoding="utf-8")]', ...lines],
})

/** Of a zip with a folder in it: what every file with an ending says. */
const inZip = (ending: string, lines: readonly string[], module = ''): LoadLines => ({
  language: 'Python',
  lines: [
    `import zipfile${module}`,
    'files = zipfile.ZipFile("FILE")',
    `texts = {name: files.read(name).decode("utf-8") for name in files.namelist() if name.endswith("${ending}")}`,
    ...lines,
  ],
})

/** Rows between tabs, of all files together. */
const rowsInZip = (ending: string, isRow: string) =>
  inZip(ending, [
    `rows = [(name, *line.split("\\t")) for name, text in texts.items() for line in text.split("\\n") if ${isRow}]`,
    'print(len(rows), rows[:3])',
  ])

/** What most people load the format with; nothing for formats that are for people or for one tool. */
export const LOAD_LINES: Readonly<Record<string, readonly LoadLines[]>> = {
  lesart: [
    jsonLines(['print(sum(len(s["annotations"]) for a in lines[1:-1] for s in a["annotationSets"]))']),
    {
      language: 'DuckDB',
      lines: [
        'SELECT a.title, s.annotator, len(s.annotations)',
        "FROM read_json('FILE', format = 'newline_delimited', union_by_name = true) a, unnest(a.annotationSets) t(s)",
        "WHERE a.type = 'article';",
      ],
    },
  ],
  csv: [
    pandas('read_csv("FILE", keep_default_na=False)'),
    r('read.csv("FILE", na.strings = "")'),
    duckdb("read_csv('FILE', nullstr = '')"),
  ],
  xlsx: [
    pandas('read_excel("FILE", sheet_name="annotations", keep_default_na=False)'),
    r('readxl::read_excel("FILE", sheet = "annotations")'),
  ],
  parquet: [pandas('read_parquet("FILE")'), r('arrow::read_parquet("FILE")'), duckdb("'FILE'")],
  tokens: [
    {
      language: 'Python',
      lines: [
        'import csv, pandas',
        'tokens = pandas.read_csv("FILE", sep="\\t", quoting=csv.QUOTE_NONE, na_values="_")',
        'print(tokens.notna().sum())',
      ],
    },
    { language: 'R', lines: ['tokens <- read.delim("FILE", quote = "", na.strings = "_")', 'colSums(!is.na(tokens))'] },
  ],
  sentences: [
    {
      language: 'Python',
      lines: [
        'import csv, pandas',
        'rows = pandas.read_csv("FILE", sep="\\t", quoting=csv.QUOTE_NONE, na_values="_")',
        'print(rows.filter(like="share.").mean())',
      ],
    },
    {
      language: 'R',
      lines: [
        'rows <- read.delim("FILE", quote = "", na.strings = "_")',
        'colMeans(rows[grepl("share.", names(rows), fixed = TRUE)])',
      ],
    },
  ],
  'label-studio': [
    {
      language: 'Python',
      lines: [
        'import json',
        'tasks = json.load(open("FILE", encoding="utf-8"))',
        'print(sum(len(a["result"]) for t in tasks for a in t["annotations"]))',
      ],
    },
  ],
  doccano: [jsonLines(['print(sum(len(line["entities"]) for line in lines))'])],
  spacy: [
    {
      language: 'Python',
      lines: [
        'import json, spacy; from spacy.tokens import Doc',
        'docs = [Doc(spacy.blank("de").vocab).from_json(json.loads(line)) for line in open("FILE", encoding="utf-8")]',
        'print(docs[0].spans["lesart"])',
      ],
    },
  ],
  brat: [rowsInZip('.ann', 'line.startswith("T")')],
  'webanno-tsv': [rowsInZip('.tsv', 'line[:1].isdigit()')],
  conll: [rowsInZip('.conll', 'line[:1].isdigit()')],
  'semeval-2020-11': [rowsInZip('.task2-TC.labels', 'line')],
  'cas-xmi': [
    {
      language: 'Python',
      lines: [
        'import zipfile, cassis',
        'files = zipfile.ZipFile("FILE"); types = cassis.load_typesystem(files.open("TypeSystem.xml"))',
        'read = lambda name: cassis.load_cas_from_xmi(files.open(name), typesystem=types)',
        'readings = {name: read(name) for name in files.namelist() if name.endswith(".xmi")}',
        'print({name: len(cas.select("webanno.custom.LesartSpan")) for name, cas in readings.items()})',
      ],
    },
  ],
  'cas-json': [
    {
      language: 'Python',
      lines: [
        'import zipfile, cassis',
        'files = zipfile.ZipFile("FILE"); names = [name for name in files.namelist() if "/" in name]',
        'readings = {name: cassis.load_cas_from_json(files.read(name).decode("utf-8")) for name in names}',
        'print({name: len(cas.select("webanno.custom.LesartSpan")) for name, cas in readings.items()})',
      ],
    },
  ],
  tei: [
    inZip(
      '.xml',
      [
        'tags = [note.get("ana") for text in texts.values() for note in ElementTree.fromstring(text).iter("{http://www.tei-c.org/ns/1.0}annotation")]',
        'print({tag: tags.count(tag) for tag in set(tags)})',
      ],
      '\nfrom xml.etree import ElementTree',
    ),
  ],
  'web-annotation': [
    {
      language: 'Python',
      lines: [
        'import json',
        'items = json.load(open("FILE", encoding="utf-8"))["first"]["items"]',
        'marks = [item for item in items if "tagging" in item["motivation"]]',
        'print([(mark["creator"]["nickname"], mark["target"]["selector"][0]["exact"]) for mark in marks][:10])',
      ],
    },
  ],
  prodigy: [jsonLines(['print(sum(len(line["spans"]) for line in lines))'])],
}
