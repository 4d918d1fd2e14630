/** An address of the web that needs no escaping, or undefined: what people typed as one may be anything. */
export function addressIn(url: string | undefined): string | undefined {
  return url !== undefined && /^https?:\/\/[^\s<>"{}|\\^`]+$/u.test(url) && URL.canParse(url) ? url : undefined
}
