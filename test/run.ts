/** Runs all tests, or those whose path contains one of the words given. */
import { spawn } from 'node:child_process'
import { globSync } from 'node:fs'
import path from 'node:path'
import { needChromium } from './support/chromium-path.ts'

needChromium()
const project = path.resolve(import.meta.dirname, '..')
const words = process.argv.slice(2)
const files = globSync('test/**/*.test.ts', { cwd: project })
  .filter((file) => words.length === 0 || words.some((word) => file.includes(word)))
  .sort()
const args = ['--test', '--test-concurrency=2', '--test-timeout=300000', '--test-reporter=spec', ...files]
spawn(process.execPath, args, { cwd: project, stdio: 'inherit' }).on('exit', (code) => process.exit(code ?? 1))
