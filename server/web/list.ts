/** A list that can be searched, narrowed, sorted and turned over: what all lists of the program have in common. */

export const ROWS_A_PAGE = 50

/** What somebody asks of a list, as its address says it. Whatever is not asked for is as usual, and not in the address. */
export interface ListWish {
  /** Words as they were typed. */
  readonly q: string
  /** From 1. */
  readonly page: number
}

/** Something that can be chosen beside the words: an order, a state. */
export interface ListChoice {
  readonly name: string
  readonly label: string
  /** The first one is the usual one. */
  readonly options: readonly { readonly value: string; readonly label: string }[]
  readonly chosen: string
}

/** The pages of a list as views/parts/_list-pages shows them. */
export interface Pages {
  readonly page: number
  readonly pages: number
  readonly previous: string | undefined
  readonly next: string | undefined
}

/** A list as views/parts/_list-head and _list-pages show it. */
export interface ShownList extends ListWish, Pages {
  readonly choices: readonly ListChoice[]
  /** Rows there are at all, and rows that the wish leaves. */
  readonly total: number
  readonly hits: number
  /** The number of the first row of this page. */
  readonly first: number
  readonly isNarrowed: boolean
}

/** How many rows a page of a list skips. */
export function rowsBefore({ page }: Pick<ListWish, 'page'>): number {
  return (page - 1) * ROWS_A_PAGE
}

/** @param addressOf where a page of the list is */
export function pagesOf(
  page: number,
  rows: number,
  addressOf: (page: number) => string,
  rowsAPage = ROWS_A_PAGE,
): Pages {
  const pages = Math.max(1, Math.ceil(rows / rowsAPage))
  return {
    page,
    pages,
    previous: page > 1 ? addressOf(Math.min(page - 1, pages)) : undefined,
    next: page < pages ? addressOf(page + 1) : undefined,
  }
}

/** @param narrowing the names of the choices that leave rows out; others only order them */
export function shownList(
  { q, page }: ListWish,
  choices: readonly ListChoice[],
  { total, hits, narrowing }: { total: number; hits: number; narrowing: readonly string[] },
): ShownList {
  const addressOf = (page: number) => {
    const chosen = choices.filter((choice) => choice.chosen !== choice.options[0]?.value)
    const query = new URLSearchParams({
      ...(q !== '' && { q }),
      ...Object.fromEntries(chosen.map(({ name, chosen }) => [name, chosen])),
      ...(page > 1 && { page: String(page) }),
    })
    return `?${query}`
  }
  const isChosen = ({ name, options, chosen }: ListChoice) => narrowing.includes(name) && chosen !== options[0]?.value
  return {
    ...{ q, choices, total, hits },
    ...pagesOf(page, hits, addressOf),
    first: rowsBefore({ page }) + 1,
    isNarrowed: q !== '' || choices.some(isChosen),
  }
}

/** A choice out of words: value → what it is called. */
export function listChoice(
  name: string,
  label: string,
  chosen: string,
  values: readonly string[],
  words: Readonly<Record<string, string>>,
): ListChoice {
  return { name, label, chosen, options: values.map((value) => ({ value, label: words[value] ?? value })) }
}
