/** Passwords are kept as Argon2id hashes (RFC 9106), with the parameters of the OWASP password storage cheat sheet. */
import { hash, verify } from '@node-rs/argon2'

/** Algorithm 2 is Argon2id. */
const OPTIONS = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 }

/** Password → the text that is kept. Typed in another normal form it is the same password. */
export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize('NFC'), OPTIONS)
}

let nobodysHash: Promise<string> | undefined

/** Whether a password fits a kept hash. Without a hash it takes as long and says no, so that names cannot be guessed. */
export async function verifyPassword(kept: string | undefined, password: string): Promise<boolean> {
  nobodysHash ??= hashPassword('nobody')
  const fits = await verify(kept ?? (await nobodysHash), password.normalize('NFC'))
  return fits && kept !== undefined
}
