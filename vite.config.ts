import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'

const pdfjs = createRequire(import.meta.url).resolve('pdfjs-dist/package.json')
const { version } = JSON.parse(readFileSync(pdfjs, 'utf8')) as { version: string } // npm demands it of every package

/** What showing a PDF may need beside scripts: character maps, the fonts every reader has, unpackers of pictures. */
const pdfParts: Plugin = {
  name: 'pdf-parts',
  apply: 'build',
  generateBundle() {
    for (const [folder, ending] of [
      ['cmaps', '.bcmap'],
      ['standard_fonts', ''],
      ['wasm', '_nowasm_fallback.js'],
    ] as const)
      for (const name of readdirSync(join(dirname(pdfjs), folder)).filter((file) => file.endsWith(ending)))
        this.emitFile({
          type: 'asset',
          fileName: `assets/pdfjs-${version}/${folder}/${name}`,
          source: readFileSync(join(dirname(pdfjs), folder, name)),
        })
  },
}

export default defineConfig({
  root: 'src/web',
  plugins: [react(), pdfParts],
  build: {
    outDir: '../../dist/web',
    emptyOutDir: true,
    chunkSizeWarningLimit: 1500,
    rolldownOptions: {
      // Whatever makes a schema loads this chunk first: no schema is made before code at run time is forbidden.
      output: { codeSplitting: { groups: [{ name: 'schema', test: /node_modules[\\/]zod[\\/]|no-eval/ }] } },
    },
  },
  server: { proxy: { '/api': 'http://127.0.0.1:8520', '/assets/pdfjs-': 'http://127.0.0.1:8520' } },
})
