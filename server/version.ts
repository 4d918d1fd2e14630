/** The program's own version, from its manifest. */
import manifest from '../package.json' with { type: 'json' }

export const VERSION: string = manifest.version
/** How datasets name what wrote them. */
export const GENERATOR = `lesart ${VERSION}`
