/** Puts something to the server, for the person for whom the page was opened, where somebody is signed in. */
import type { Desk } from '../desk.ts'

export function put({ account }: Desk, address: string, content: object): Promise<Response> {
  return fetch(address, {
    method: 'PUT',
    headers: { 'Content-Type': 'application/json', ...(account && { 'Lesart-Account': account.id }) },
    body: JSON.stringify(content),
  })
}
