/** The signs that are keys of the desk itself, which no tag and no role can have; a test keeps them like its commands. */
export const DESK_KEYS: ReadonlySet<string> = new Set([...'npdsabgtv/lefw?'])
