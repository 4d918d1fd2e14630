/** Addresses of a study's codebook. */

export function codebookPath(slug: string): string {
  return `/studies/${slug}/codebook`
}

export function versionPath(slug: string, { id, version }: { readonly id: string; readonly version: number }): string {
  return `${codebookPath(slug)}/versions/${id}/${version}`
}

export function draftPath(slug: string): string {
  return `${codebookPath(slug)}/draft`
}

/** The draft's guidelines as they are read, at an example: browsers that know text fragments show the words. */
export function guidelinesAt(slug: string, quote: string): string {
  const [words] = /^(?:\S+\s+){0,4}\S+/.exec(quote.trim()) ?? ['']
  return `${draftPath(slug)}/guidelines#preview:~:text=${encodeURIComponent(words.replace(/\s+/g, ' '))}`
}
