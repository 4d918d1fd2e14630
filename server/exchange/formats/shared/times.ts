/** Times in files of others. */

const TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,9})?(Z|[+-]\d{2}:\d{2})$/

/** ISO 8601 with its zone → the same moment in UTC to the millisecond; undefined where it is none. */
export function momentOf(time: string): string | undefined {
  const moment = TIME.test(time) ? new Date(time) : undefined
  return moment && !Number.isNaN(moment.getTime()) ? moment.toISOString() : undefined
}
