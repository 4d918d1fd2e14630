/** Where phones reach this server: as it is configured, as it was asked, or by the addresses of this machine. */
import { networkInterfaces } from 'node:os'
import type { Parts } from '../../parts.ts'
import type { Workshop } from '../workshop.ts'
import { type JoinAddress, joinAddress } from './join-address.ts'
import { shownCode } from './join-code.ts'

/** @param site where this server is reached: see Call */
export function addressToJoin({ config }: Pick<Parts, 'config'>, { code }: Workshop, site: string): JoinAddress {
  const reached = { site, isConfigured: config.url !== undefined, host: config.host }
  return joinAddress(shownCode(code), reached, ownAddresses())
}

function ownAddresses() {
  return Object.entries(networkInterfaces()).flatMap(([card, addresses = []]) =>
    addresses.map(({ address, family, internal }) => ({
      card,
      address,
      isIpv4: family === 'IPv4',
      isInternal: internal,
    })),
  )
}
