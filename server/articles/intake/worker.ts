/** The thread in which files are read: what defeats it defeats nothing else. It opens no file and no connection. */
import { parentPort } from 'node:worker_threads'
import { readFile } from './file-reader.ts'
import type { BroughtFile, Outcome } from './recognised.ts'

parentPort!.on('message', (file: BroughtFile) => parentPort!.postMessage(outcomeOf(file)))

function outcomeOf(file: BroughtFile): Outcome {
  try {
    return readFile(file)
  } catch {
    // Whatever a library makes of a hostile file is the file's doing.
    return { trouble: { fault: 'not-understood' } }
  }
}
