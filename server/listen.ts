/** Listening, and stopping without losing anything: requests under way are finished first. */
import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Config } from './config.ts'
import { CommandError } from './errors.ts'

const LONGEST_STOP = 10_000

/**
 * Starts to listen and returns the address. On a signal to end it finishes what is under way, then closes; who only
 * looks is sent away first.
 */
export async function listenOn(
  app: RequestListener,
  config: Config,
  { endLooks, close }: { endLooks: () => void; close: () => Promise<void> },
): Promise<URL> {
  const server = createServer(
    { requestTimeout: 30_000, headersTimeout: 5_000, keepAliveTimeout: 5_000, connectionsCheckingInterval: 1_000 },
    app,
  )
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error) => reject(listenError(config, error)))
    server.listen(config.port, config.host, resolve)
  })
  let isStopping = false
  const stop = () => {
    if (isStopping) return
    isStopping = true
    endLooks()
    const idle = setInterval(() => server.closeIdleConnections(), 50)
    setTimeout(() => server.closeAllConnections(), LONGEST_STOP).unref()
    server.close(() => {
      clearInterval(idle)
      void close().then(() => process.exit(0))
    })
  }
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP']) process.on(signal, stop)
  // The launcher hands signals on. If it is killed outright, its channel breaks: nothing stays behind with the lock.
  if (process.connected) process.once('disconnect', stop)
  const { port } = server.address() as AddressInfo
  return new URL(`http://${hostName(config.host)}:${port}/`)
}

function hostName(host: string): string {
  if (host === '0.0.0.0' || host === '::') return '127.0.0.1'
  return host.includes(':') ? `[${host}]` : host
}

function listenError({ host, port }: Config, error: NodeJS.ErrnoException): Error {
  if (error.code === 'EADDRINUSE')
    return new CommandError(`port ${port} on ${host} is in use; stop what uses it, or choose another one with --port`)
  if (error.code === 'EACCES')
    return new CommandError(`port ${port} on ${host} may not be used by this user; choose one above 1023 with --port`)
  if (error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND')
    return new CommandError(`${host} is no address of this machine; choose another one with --host`)
  return error
}
