// Builds what browsers load: scripts, styles and fonts, named by their content. The launcher calls it; any Node runs it.
import { rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { build } from 'esbuild'

const project = path.resolve(import.meta.dirname, '..')

/** Writes public/built with a manifest: entry → address. */
export async function buildAssets() {
  const outdir = path.join(project, 'public/built')
  rmSync(outdir, { recursive: true, force: true })
  const result = await build({
    absWorkingDir: project,
    entryPoints: ['public/browser/annotate.ts', 'public/styles/lesart.css'],
    entryNames: '[name]-[hash]',
    assetNames: '[name]-[hash]',
    outdir,
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2023',
    loader: { '.woff2': 'file' },
    metafile: true,
    logLevel: 'warning',
  })
  const manifest = {}
  for (const [file, output] of Object.entries(result.metafile.outputs)) {
    const [source = ''] = output.entryPoint ? [output.entryPoint] : Object.keys(output.inputs)
    manifest[path.basename(source)] = `/built/${path.basename(file)}`
  }
  writeFileSync(path.join(outdir, 'manifest.json'), JSON.stringify(manifest))
}
