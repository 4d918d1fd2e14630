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
