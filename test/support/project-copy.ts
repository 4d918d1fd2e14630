/** A clone of the project, whose files a test may change. What npm installed is shared. */
import { createHash } from 'node:crypto'
import { cpSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { freshFolder } from './folders.ts'
import { project } from './program.ts'
import type { Cleanup } from './whole-file.ts'

const PROGRAM = ['server', 'db', 'views', 'public', 'package.json', 'package-lock.json']

export function projectCopy(t: Cleanup): string {
  const copy = path.join(freshFolder(t), 'lesart')
  for (const name of PROGRAM) cpSync(path.join(project, name), path.join(copy, name), { recursive: true })
  const installed = path.join(copy, 'node_modules')
  mkdirSync(installed)
  for (const name of readdirSync(path.join(project, 'node_modules')))
    symlinkSync(path.join(project, 'node_modules', name), path.join(installed, name))
  return copy
}

/** A clone in which the launcher finds what it would install, but no Node. */
export function copyWithoutNode(t: Cleanup): string {
  const copy = path.join(freshFolder(t), 'lesart')
  cpSync(path.join(project, 'server/launch.mjs'), path.join(copy, 'server/launch.mjs'))
  cpSync(path.join(project, 'package-lock.json'), path.join(copy, 'package-lock.json'))
  mkdirSync(path.join(copy, 'node_modules'))
  const lock = readFileSync(path.join(copy, 'package-lock.json'))
  const stamp = createHash('sha256').update(lock).update(`${process.platform} ${process.arch}`).digest('hex')
  writeFileSync(path.join(copy, 'node_modules/.lesart-installed'), stamp)
  mkdirSync(path.join(copy, 'public/built'), { recursive: true })
  writeFileSync(path.join(copy, 'public/built/manifest.json'), '{}')
  return copy
}
