/** One row of the table of routes: method, path, what may come in, who may call it, and what answers. */
import type { z } from 'zod'
import type { Account } from './accounts/account.ts'
import type { Deed, OpenDeed, StudyDeed } from './accounts/permissions.ts'
import type { Parts } from './parts.ts'
import type { Answer } from './web/answer.ts'
import type { Reader } from './web/reader.ts'

type Permission = Deed | StudyDeed

/** A request after everything about it has been checked. */
export interface Call<P, Q, B, D extends Permission = Permission> {
  readonly params: P
  readonly query: Q
  readonly body: B
  /** The request's bytes as they are, or the files in its form; none where the row asks for none. */
  readonly files: readonly SentFile[]
  /** There is one, unless the row is open to visitors: nobody else gets this far. */
  readonly account: D extends OpenDeed ? Account | undefined : Account
  /** The secret of the session, where the caller has one. */
  readonly session: string | undefined
  /** A name for where the request comes from, for limits only: never stored, never logged. */
  readonly origin: string
  readonly reader: Reader
  /** Where this server is reached: `http://192.168.1.20:7373`. For addresses that are handed on. */
  readonly site: string
}

/** The same on a row that is not open to visitors. */
export type CallOfAccount<P, Q, B> = Call<P, Q, B, Exclude<Permission, OpenDeed>>

/** A file that came with a request; without a name where the request is nothing but its bytes. */
export interface SentFile {
  readonly name: string
  readonly bytes: Uint8Array
}

export interface Route<P = unknown, Q = unknown, B = unknown, D extends Permission = Permission> {
  readonly method: 'get' | 'post' | 'put'
  readonly path: string
  readonly permission: D
  readonly params?: z.ZodType<P>
  readonly query?: z.ZodType<Q>
  /** A body comes as a form where the method is post, as JSON where it is put. */
  readonly body?: z.ZodType<B>
  /** Takes files, so many bytes of them at most: a multipart form where the method is post, bytes where it is put. */
  readonly largestFile?: number
  readonly answer: (parts: Parts, call: Call<P, Q, B, D>) => Promise<Answer>
}

/** Checks a row's types where it is written and forgets them, so that rows of all kinds stand in one table. */
export function route<P, Q, B, D extends Permission>(row: Route<P, Q, B, D>): Route {
  return row as unknown as Route
}
