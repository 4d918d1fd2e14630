/** Answers the questions of the bench, all or those named: `npm run bench saves`. It never fails by time. */
import { agreement } from './agreement.ts'
import { desk } from './desk.ts'
import { takingOut } from './export.ts'
import { growth } from './growth.ts'
import { lists } from './lists.ts'
import { marks } from './marks.ts'
import { postgres } from './postgres.ts'
import { saves } from './saves.ts'
import { snapshot } from './snapshot.ts'
import { start } from './start.ts'
import { type Finding, type Question, tableOf } from './support/measure.ts'
import { workshop } from './workshop.ts'

const QUESTIONS: Readonly<Record<string, Question>> = {
  saves,
  postgres,
  desk,
  marks,
  start,
  lists,
  export: takingOut,
  snapshot,
  growth,
  agreement,
  workshop,
}

/** Asks one question and ends what it has started, newest first. */
async function answer(question: Question): Promise<Finding[]> {
  const endings: (() => unknown)[] = []
  try {
    return await question({ after: (end) => void endings.push(end as () => unknown) })
  } finally {
    for (const end of endings.toReversed()) await end()
  }
}

const names = process.argv.slice(2)
const unknown = names.find((name) => !(name in QUESTIONS))
if (unknown !== undefined) {
  process.stderr.write(`${unknown}: there is no such question; there are ${Object.keys(QUESTIONS).join(', ')}\n`)
  process.exit(2)
}
const findings: Finding[] = []
for (const [name, question] of Object.entries(QUESTIONS)) {
  if (names.length > 0 && !names.includes(name)) continue
  process.stderr.write(`${name} …\n`)
  findings.push(...(await answer(question)))
}
process.stdout.write(`${tableOf(findings)}\n`)
