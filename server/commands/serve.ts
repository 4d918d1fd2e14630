/** `serve`: starts the server, seeds an instance without studies, and prints the address once it answers. */

import { seed } from '../../db/seed.ts'
import { newToken } from '../accounts/account-actions.ts'
import { countAccounts } from '../accounts/account-store.ts'
import { createApp } from '../app.ts'
import { enterArticles } from '../articles/entering-actions.ts'
import { CONFIG_OPTIONS, readArguments, readConfig } from '../config.ts'
import { CommandError } from '../errors.ts'
import { listenOn } from '../listen.ts'
import type { Parts } from '../parts.ts'
import { endDueTrials } from '../trials/trial-actions.ts'
import { emptyDue } from '../workshops/emptying/emptying-actions.ts'
import { openWorkplace } from './workplace.ts'

export async function run(args: string[]): Promise<void> {
  const { values, positionals } = readArguments(args, CONFIG_OPTIONS)
  if (positionals.length > 0) throw new CommandError(`serve: ${positionals[0]} is too much here`, 2)
  const config = readConfig(values)
  const parts = await openWorkplace(config)
  await seed(parts)
  if ((await countAccounts(parts.database.db)) === 0) parts.welcome.token = newToken()
  const address = await listenOn(createApp(parts), config, {
    endLooks: () => parts.live.close(),
    close: () => parts.database.close(),
  })
  const path = parts.welcome.token === undefined ? '/' : `/welcome?token=${parts.welcome.token}`
  process.stdout.write(`${new URL(path, address)}\n`)
  if (config.url) process.stdout.write(`${new URL(path, config.url)}\n`)
  enterArticles(parts).catch(parts.report)
  keepEmptying(parts)
}

const EMPTYING_PACE = 15 * 60_000

/** The data of workshops' participants and of visitors go when their time has come, also where nobody looks. */
function keepEmptying(parts: Parts): void {
  const look = () => {
    emptyDue(parts).catch(parts.report)
    endDueTrials(parts).catch(parts.report)
  }
  look()
  setInterval(look, EMPTYING_PACE).unref()
}
