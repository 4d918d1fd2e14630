/** The part of jsonld that is used here; the package brings no types. */
declare module 'jsonld' {
  interface Options {
    readonly safe?: boolean
    readonly documentLoader: (url: string) => Promise<{ contextUrl: null; documentUrl: string; document: unknown }>
  }
  interface Quad {
    readonly subject: { readonly value: string }
    readonly predicate: { readonly value: string }
    readonly object: { readonly value: string }
  }
  const jsonld: {
    expand(document: unknown, options: Options): Promise<unknown[]>
    toRDF(document: unknown, options: Options): Promise<Quad[]>
  }
  export default jsonld
}
