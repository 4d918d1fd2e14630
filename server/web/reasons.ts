/** What a schema refused → path → reason, as the answer's details say it. */
import type { z } from 'zod'

/** Needs `reportInput` to tell what is missing from what is wrong. */
export function reasonsOf(error: z.ZodError): Record<string, string> {
  const reasons: Record<string, string> = Object.create(null)
  for (const issue of error.issues) {
    const path = issue.path.map(String).join('.')
    if (issue.code === 'unrecognized_keys')
      for (const key of issue.keys) reasons[path ? `${path}.${key}` : key] = 'unknown-key'
    else reasons[path] ??= reasonOf(issue)
  }
  return { ...reasons }
}

const MISSING: ReadonlySet<string> = new Set(['invalid_type', 'invalid_value'])

function reasonOf(issue: z.core.$ZodIssue): string {
  if (issue.code === 'custom' && typeof issue.params?.reason === 'string') return issue.params.reason
  if (MISSING.has(issue.code) && issue.input === undefined) return 'missing'
  if (issue.code === 'invalid_union') return reasonOfUnion(issue)
  return issue.code.replaceAll('_', '-')
}

/** Of the kinds that were possible, the one whose type was right says what is wrong. */
function reasonOfUnion({ errors }: z.core.$ZodIssueInvalidUnion): string {
  const closest = errors.flat().find((issue) => issue.code !== 'invalid_type')
  if (closest) return reasonOf(closest)
  return errors.length === 0 ? 'invalid-value' : 'invalid-type'
}
