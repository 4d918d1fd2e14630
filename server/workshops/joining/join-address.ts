/** Where phones reach this server: the address that is projected and put into the QR code. */

export interface JoinAddress {
  /** Without what browsers add by themselves: `192.168.1.20:4420/join`. */
  readonly address: string
  /** For the QR code, with the code to join by. */
  readonly link: string
  /** Whether other devices can reach it at all. */
  readonly isReachable: boolean
}

/** How the server is reached: as its configuration says, and as whoever looks at the wall does. */
export interface Reached {
  /** `http://localhost:4420`, as the browser of the wall has it, or as LESART_URL says. */
  readonly site: string
  /** Whether LESART_URL says so. */
  readonly isConfigured: boolean
  /** Where the server listens: `127.0.0.1`, `0.0.0.0`, `192.168.1.20`. */
  readonly host: string
}

/** An address of one of the machine's network cards. */
export interface OwnAddress {
  readonly card: string
  readonly address: string
  readonly isIpv4: boolean
  /** Whether it leads nowhere but to the machine itself. */
  readonly isInternal: boolean
}

const LOOPBACK = /^(?:localhost|.*\.localhost|127(?:\.\d+){3}|\[::1\])$/
const EVERYWHERE = new Set(['0.0.0.0', '::'])
/** Cards of containers, virtual machines and tunnels: no phone stands behind them. */
const VIRTUAL = /^(?:docker|br-|veth|virbr|vmnet|vboxnet|utun|tun|tap|wg|zt|lxc)/
/** Given where no router answered. */
const SELF_GIVEN = /^169\.254\./

/** The machine's addresses that phones may reach, those of usual networks at home and in schools first. */
export function reachableAddresses(own: readonly OwnAddress[]): string[] {
  const found = own
    .filter(
      ({ isIpv4, isInternal, card, address }) =>
        isIpv4 && !isInternal && !VIRTUAL.test(card) && !SELF_GIVEN.test(address),
    )
    .map(({ address }) => address)
  return found.toSorted((a, b) => rankOf(a) - rankOf(b))
}

const USUAL_NETS = [/^192\.168\./, /^10\./, /^172\.(?:1[6-9]|2\d|3[01])\./]

function rankOf(address: string): number {
  const rank = USUAL_NETS.findIndex((net) => net.test(address))
  return rank < 0 ? USUAL_NETS.length : rank
}

/** @param code as it is shown: `K7FQ-M3XR` */
export function joinAddress(
  code: string,
  { site, isConfigured, host }: Reached,
  own: readonly OwnAddress[],
): JoinAddress {
  // Whoever asks with a Host that is none is told no address.
  if (!URL.canParse(site)) return { address: '/join', link: `/join?code=${code}`, isReachable: false }
  const url = new URL(site)
  const isLocal = !isConfigured && LOOPBACK.test(url.hostname)
  const [best] = isLocal && EVERYWHERE.has(host) ? reachableAddresses(own) : []
  if (best !== undefined) url.hostname = best
  return {
    address: `${url.host}/join`,
    link: `${url.origin}/join?code=${code}`,
    isReachable: !isLocal || best !== undefined,
  }
}
