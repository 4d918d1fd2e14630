/** What a schema refused → path → reason, as the answer's details say it. */
import type { z } from 'zod'

export function reasonsOf(error: z.ZodError): Record<string, string> {
  const reasons: Record<string, string> = {}
  for (const issue of error.issues) {
    const path = issue.path.map(String).join('.')
    if (issue.code === 'unrecognized_keys')
      for (const key of issue.keys) reasons[path ? `${path}.${key}` : key] = 'unknown-key'
    else reasons[path] ??= reasonOf(issue)
  }
  return reasons
}

function reasonOf(issue: z.core.$ZodIssue): string {
  if (issue.code === 'custom' && typeof issue.params?.reason === 'string') return issue.params.reason
  if (issue.code === 'invalid_type' && issue.input === undefined) return 'missing'
  return issue.code.replaceAll('_', '-')
}
