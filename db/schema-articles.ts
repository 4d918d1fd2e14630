/** The typed shape of the tables about articles: frozen ones, what lists know of them, those on their way, and those withdrawn. */

export interface ArticleTable {
  id: string
  study_id: string
  position: number
  title: string
  language: string
  /** JSON: outlet, author, url, publishedOn, licence. */
  source: string
  body: string
  /** Code points of the body. */
  length: number
  body_sha256: string
  imported_at: string
}

export interface ArticleBlockTable {
  article_id: string
  position: number
  kind: string
  span_start: number
  span_end: number
}

/** What lists of articles are searched and sorted by. */
export interface ArticleEntryTable {
  article_id: string
  study_id: string
  position: number
  /** Folded, as in a search. */
  title_key: string
  outlet_key: string
  /** Words of the coded text. */
  words: number
}

/** 256 articles of a study, by their positions. */
export interface ArticleShelfTable {
  id: number
  study_id: string
  number: number
}

/** A word on a shelf, folded, with the places on it of the articles that hold it, as `places.ts` writes them. */
export interface ShelfWordTable {
  shelf_id: number
  word: string
  places: string
}

/** A file that somebody has brought in, until it is taken or discarded. */
export interface IntakeFileTable {
  id: string
  study_id: string
  /** Who brought it; nobody else sees it. */
  account_id: string
  name: string
  /** Its bytes, in base64. */
  content: string
  /** SHA-256 of its bytes. */
  digest: string
  /** JSON: the encoding and the columns that somebody named. */
  wishes: string
  /** JSON: what reading it came to, without the articles. */
  outcome: string
  brought_at: string
  expires_at: string
}

/** An article that was recognised in such a file. */
export interface DraftTable {
  id: string
  file_id: string
  position: number
  /** Grows by one with each correction. */
  revision: number
  title: string
  language: string
  /** JSON, as in an article. */
  source: string
  body: string
  length: number
  body_sha256: string
  /** JSON: kinds and spans. */
  blocks: string
  /** JSON: what making the text canonical changed. */
  changes: string
}

/** That an article was withdrawn from its study. */
export interface WithdrawalTable {
  id: string
  study_id: string
  article_id: string
  position: number
  readings: number
  marks: number
  reason: string | null
  made_by: string | null
  begun_at: string
  /** Null while it goes on. */
  done_at: string | null
}
