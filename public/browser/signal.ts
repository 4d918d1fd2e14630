/** Something that happens, and those who want to know of it. */

export interface Signal<T extends readonly unknown[]> {
  listen(listener: (...news: T) => void): void
  tell(...news: T): void
}

export function createSignal<T extends readonly unknown[] = []>(): Signal<T> {
  const listeners: ((...news: T) => void)[] = []
  return {
    listen: (listener) => void listeners.push(listener),
    tell(...news) {
      for (const listener of listeners) listener(...news)
    },
  }
}
