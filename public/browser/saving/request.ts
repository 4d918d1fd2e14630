/** Speaks to the server for the person for whom the page was opened, where somebody is signed in. */

/** So long an answer is waited for, in milliseconds. */
export const PATIENCE = 20_000

/** Gets what is at an address, or puts the content there. Rejects where no answer comes. */
export function request(account: string | undefined, address: string, content?: object): Promise<Response> {
  return fetch(address, {
    method: content ? 'PUT' : 'GET',
    headers: { 'Content-Type': 'application/json', ...(account !== undefined && { 'Lesart-Account': account }) },
    signal: AbortSignal.timeout(PATIENCE),
    ...(content && { body: JSON.stringify(content) }),
  })
}
