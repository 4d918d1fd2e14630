/** All that actions and routes are handed. */
import type { Measuring } from './agreement/measuring.ts'
import type { Intake } from './articles/intake/intake.ts'
import type { Clock } from './clock.ts'
import type { Config } from './config.ts'
import type { Database } from './database/db.ts'
import type { Frozen } from './frozen.ts'
import type { Limits } from './web/limits.ts'
import type { Live } from './web/live.ts'

export interface Parts {
  readonly config: Config
  readonly database: Database
  readonly clock: Clock
  readonly frozen: Frozen
  readonly limits: Limits
  readonly intake: Intake
  readonly live: Live
  readonly measuring: Measuring
  /** The one-time token of this start, while there is no account. */
  readonly welcome: { token: string | undefined }
  /** Where faults of the program go. */
  readonly report: (error: unknown) => void
}
