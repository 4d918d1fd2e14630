/** How far a command is, on a terminal only: one line that is written over. */

const EVERY = 200

export interface ProgressLine {
  tell(articles: number): void
  end(): void
}

export function progressLine(): ProgressLine {
  const { stderr } = process
  let last = 0
  let hasTold = false
  return {
    tell(articles) {
      const now = performance.now()
      if (!stderr.isTTY || now - last < EVERY) return
      last = now
      hasTold = true
      stderr.write(`\r${articles} articles`)
    },
    end() {
      if (hasTold) stderr.write('\r\x1b[K')
    },
  }
}
