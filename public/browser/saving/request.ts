/** Speaks to the server for the person for whom the page was opened, where somebody is signed in. */

/** So long an answer is waited for, in milliseconds. */
export const PATIENCE = 20_000

/** A file takes as long as its way is narrow. */
const PATIENCE_WITH_FILES = 180_000

/** Gets what is at an address, or puts the content there: a file as it is, anything else as JSON. Rejects where no answer comes. */
export function request(account: string | undefined, address: string, content?: object): Promise<Response> {
  const isFile = content instanceof Blob
  const type = isFile ? 'application/octet-stream' : 'application/json'
  return fetch(address, {
    method: content ? 'PUT' : 'GET',
    headers: { 'Content-Type': type, ...(account !== undefined && { 'Lesart-Account': account }) },
    signal: AbortSignal.timeout(isFile ? PATIENCE_WITH_FILES : PATIENCE),
    ...(content && { body: isFile ? content : JSON.stringify(content) }),
  })
}
