// Builds what browsers load: scripts, styles and fonts, named by their content. The launcher calls it; any Node runs it.
import { rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { build } from 'esbuild'

const project = path.resolve(import.meta.dirname, '..')
const outdir = path.join(project, 'public/built')

/** Writes public/built with a manifest: entry → address. */
export async function buildAssets() {
  rmSync(outdir, { recursive: true, force: true })
  const scripts = ['annotate', 'handover', 'intake', 'wall', 'participant', 'console', 'passages', 'measuring'].map(
    (name) => `public/browser/${name}.ts`,
  )
  const outputs = await bundle([...scripts, 'public/styles/lesart.css'])
  const manifest = {}
  for (const [file, output] of Object.entries(outputs)) {
    const [source = ''] = output.entryPoint ? [output.entryPoint] : Object.keys(output.inputs)
    manifest[path.basename(source)] = `/built/${path.basename(file)}`
  }
  writeFileSync(path.join(outdir, 'manifest.json'), JSON.stringify(manifest))
}

async function bundle(entryPoints) {
  const result = await build({
    absWorkingDir: project,
    entryPoints,
    entryNames: '[name]-[hash]',
    assetNames: '[name]-[hash]',
    outdir,
    bundle: true,
    minify: true,
    format: 'esm',
    splitting: true,
    chunkNames: '[name]-[hash]',
    target: 'es2023',
    loader: { '.woff2': 'file' },
    plugins: [{ name: 'on-demand', setup: bundleApart }],
    metafile: true,
    logLevel: 'warning',
  })
  return result.metafile.outputs
}

/**
 * What a script imports on demand becomes a bundle of its own. Splitting would share modules between the two, and so cut
 * the page's script into a file for every mixture; a few modules twice are fewer bytes and one request.
 */
function bundleApart({ onResolve }) {
  onResolve({ filter: /\.ts$/ }, async ({ kind, path: file, resolveDir }) => {
    if (kind !== 'dynamic-import') return undefined
    const [output] = Object.keys(await bundle([path.resolve(resolveDir, file)]))
    return { path: `./${path.basename(output)}`, external: true }
  })
}
