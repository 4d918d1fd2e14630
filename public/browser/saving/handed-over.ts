/** The device has been handed on: pages of the person before, in other tabs and in the browser's history, must go. */

/** What the tabs of this browser tell each other then. */
export const HANDED_OVER = 'handed-over'
const MARKER = 'lesart.handed-over'
const PREFETCHED = 'lesart.prefetched'

/** Leaves nothing to be seen, and goes to the doors. */
export function leave(): void {
  document.body.hidden = true
  location.replace('/')
}

/** A page that comes back from the browser's memory asks no server whether it still may be seen. */
export function leaveWhenHandedOver(): void {
  addEventListener('pageshow', ({ persisted }) => {
    if (persisted && Number(read(MARKER)) > performance.timeOrigin) leave()
  })
}

/** Remembers which page lies in the cache, for the case that nobody comes to overwrite it. */
export function notePrefetched(address: string): void {
  write(PREFETCHED, address)
}

/** Deletes what scripts can keep outside the database, and writes over the page that may lie in the cache. */
export async function forgetOthers(): Promise<void> {
  const prefetched = read(PREFETCHED)
  try {
    localStorage.clear()
    sessionStorage.clear()
  } catch {
    // A browser that refuses to keep anything has nothing to delete.
  }
  write(MARKER, String(Date.now()))
  // The answer is kept by no cache, and takes the place of the one that was.
  if (prefetched) await fetch(prefetched, { cache: 'reload' }).catch(() => undefined)
}

function read(name: string): string | null {
  try {
    return localStorage.getItem(name)
  } catch {
    return null
  }
}

function write(name: string, value: string): void {
  try {
    localStorage.setItem(name, value)
  } catch {
    // Nothing can be kept here.
  }
}
