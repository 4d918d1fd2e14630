/** One share as a bar on its line, hatched where there is no colour: for rows whose words stand beside it. */
import { areas, hatchings, LINE_HEIGHT, type Look, lines } from './look.ts'
import type { Picture } from './svg.ts'

const WIDTH = 400
const HEIGHT = 26

/** @param id tells the hatchings of several bars in one page apart */
export function shareBar(id: string, look: Look | undefined, share: number): Picture {
  const width = Math.min(1, Math.max(0, share)) * WIDTH
  return {
    width: WIDTH,
    height: HEIGHT,
    name: '',
    shapes: [
      hatchings(id, [look]),
      ...areas(id, look, [{ x: 0, y: 0, width, height: HEIGHT }]),
      ...(look ? lines(look, [{ x: 0, y: HEIGHT - LINE_HEIGHT / 2, length: width }]) : []),
    ],
  }
}
