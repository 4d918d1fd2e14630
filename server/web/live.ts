/** Pictures that change while people look: each is drawn once for all who look, and at most four times a second. */
import { createHash } from 'node:crypto'

/** A picture as it goes out; the same content has the same id. */
export interface Shown {
  readonly id: string
  readonly json: string
}

export interface Look {
  show(picture: Shown): void
  /** The program stops: it will be there again. */
  end(): void
}

export interface View {
  /** What it is a picture of: told by `changed`. */
  readonly subject: string
  /** Which picture of it. */
  readonly name: string
  /** Draws it anew. `again`: it changes by itself after so many milliseconds. */
  draw(): Promise<{ readonly picture: object; readonly again?: number | undefined }>
}

export interface Live {
  /** Says that something about a subject has changed, once that is durable. */
  changed(subject: string): void
  /** Shows a picture at once, and whenever it has become another one; returns what ends that. */
  watch(view: View, look: Look): () => void
  /** How many look at this moment. */
  readonly looks: number
  /** Ends all looks. */
  close(): void
}

const SHORTEST_PAUSE = 250

interface Scene {
  readonly view: View
  readonly looks: Set<Look>
  shown: Shown | undefined
  /** Until when nothing is drawn. */
  pause: ReturnType<typeof setTimeout> | undefined
  isDrawing: boolean
  /** Whether something has changed since it was last drawn. */
  isDue: boolean
  /** When it changes by itself. */
  later: ReturnType<typeof setTimeout> | undefined
}

/** @param report told what goes wrong while drawing */
export function startLive(report: (error: unknown) => void): Live {
  const scenes = new Map<string, Scene>()

  async function draw(scene: Scene): Promise<void> {
    if (scene.pause || scene.isDrawing) return
    Object.assign(scene, { isDrawing: true, isDue: false })
    clearTimeout(scene.later)
    try {
      const { picture, again } = await scene.view.draw()
      const json = JSON.stringify(picture)
      const id = createHash('sha256').update(json).digest('base64url').slice(0, 12)
      if (id !== scene.shown?.id) {
        scene.shown = { id, json }
        for (const look of scene.looks) look.show(scene.shown)
      }
      if (again !== undefined && scene.looks.size > 0) scene.later = setTimeout(() => wish(scene), again)
    } catch (error) {
      report(error)
    }
    scene.isDrawing = false
    if (scene.looks.size === 0) return
    scene.pause = setTimeout(() => {
      scene.pause = undefined
      if (scene.isDue) void draw(scene)
    }, SHORTEST_PAUSE)
  }

  function wish(scene: Scene): void {
    scene.isDue = true
    void draw(scene)
  }

  function leave(key: string, scene: Scene, look: Look): void {
    scene.looks.delete(look)
    if (scene.looks.size > 0) return
    clearTimeout(scene.pause)
    clearTimeout(scene.later)
    if (scenes.get(key) === scene) scenes.delete(key)
  }

  return {
    changed(subject) {
      for (const scene of scenes.values()) if (scene.view.subject === subject) wish(scene)
    },
    watch(view, look) {
      const key = `${view.subject} ${view.name}`
      const scene = scenes.get(key) ?? newScene(view)
      scenes.set(key, scene)
      scene.looks.add(look)
      if (scene.shown) look.show(scene.shown)
      else wish(scene)
      return () => leave(key, scene, look)
    },
    get looks() {
      return [...scenes.values()].reduce((sum, { looks }) => sum + looks.size, 0)
    },
    close() {
      for (const scene of scenes.values()) for (const look of [...scene.looks]) look.end()
    },
  }
}

function newScene(view: View): Scene {
  return {
    view,
    looks: new Set(),
    shown: undefined,
    pause: undefined,
    isDrawing: false,
    isDue: false,
    later: undefined,
  }
}
