/** Where in time an article stands: in the middle of the moments at which its readings were finished. */

/** The median; of two in the middle what lies halfway. Undefined where one is missing: the others alone would mislead. */
export function middleOf(moments: readonly (string | undefined)[]): string | undefined {
  const times = moments.flatMap((moment) => (moment === undefined ? [] : [Date.parse(moment)])).sort((a, b) => a - b)
  if (times.length === 0 || times.length < moments.length) return undefined
  const half = (times.length - 1) / 2
  return new Date((times[Math.floor(half)]! + times[Math.ceil(half)]!) / 2).toISOString()
}

/** Places of the articles that have a moment, the earliest first; of two with the same one the first of the study. */
export function orderInTime(articles: readonly { readonly readAt: string | undefined }[]): number[] {
  return articles
    .flatMap(({ readAt }, place) => (readAt === undefined ? [] : [{ readAt, place }]))
    .sort((a, b) => (a.readAt < b.readAt ? -1 : a.readAt > b.readAt ? 1 : a.place - b.place))
    .map(({ place }) => place)
}
