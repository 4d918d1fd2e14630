/** An address as a QR code, drawn into the page. */
import { encode } from 'uqr'
import { besideWords, shape } from '../../charts/svg.ts'

/** The code's modules alone: the quiet zone around them is the page's. Dark on light in every theme, as scanners expect. */
export function qrPicture(address: string): string {
  const { data, size } = encode(address, { ecc: 'M', border: 0 })
  const d = data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : []))).join('')
  return besideWords({
    width: size,
    height: size,
    name: '',
    shapes: [shape('path', { d, fill: '#000000', 'shape-rendering': 'crispEdges' })],
  })
}
