/** Three lines that load what was written, for who goes on with a script. `FILE` stands for the file's name. */

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
  prodigy: [jsonLines(['print(sum(len(line["spans"]) for line in lines))'])],
}
