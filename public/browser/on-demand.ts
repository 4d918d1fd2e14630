/** Parts of the desk that load when they are first asked for. Each is a bundle of its own: what modules keep is not shared. */

/**
 * Hands the part to `use`, once it is there; at once where it is there already, in the same call.
 * Where it cannot be loaded, the next try loads it again.
 */
export type OnDemand<T> = (use: (part: T) => void) => void

/** @param notLoaded told where it could not be loaded, for want of a network */
export function onDemand<T>(load: () => Promise<T>, notLoaded: () => void = () => {}): OnDemand<T> {
  let part: { readonly loaded: T } | undefined
  let loading: Promise<T> | undefined
  return (use) => {
    if (part) return use(part.loaded)
    loading ??= load()
    loading.then(
      (loaded) => {
        part = { loaded }
        use(loaded)
      },
      () => {
        loading = undefined
        notLoaded()
      },
    )
  }
}
