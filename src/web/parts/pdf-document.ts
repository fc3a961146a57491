// PDF files opened for showing. Everything the library needs comes from our own server; no script of a file runs.
import { GlobalWorkerOptions, getDocument, type PDFDocumentProxy, version } from 'pdfjs-dist/legacy/build/pdf.mjs'
import workerUrl from 'pdfjs-dist/legacy/build/pdf.worker.min.mjs?url'
import type { SourceFile } from './source-file.ts'

GlobalWorkerOptions.workerSrc = workerUrl

/** Laid there by the build (vite.config.ts). */
const parts = `/assets/pdfjs-${version}/`

/** Pictures with more pixels than this are left out of the page: a tab has little memory. */
const largestPicture = 50_000_000

type Opened = { readonly key: string; readonly document: Promise<PDFDocumentProxy>; readonly close: () => void }
let opened: Opened | null = null

/** The document of this file. Only the last one stays open. */
export function openPdf(file: SourceFile): Promise<PDFDocumentProxy> {
  if (opened?.key === file.key) return opened.document
  opened?.close()
  const document = file.bytes().then((data) => load(new Uint8Array(data)))
  const close = () => void document.then((pdf) => pdf.loadingTask.destroy()).catch(() => undefined)
  opened = { key: file.key, document, close }
  // A file that could not be fetched may come next time.
  document.catch(() => {
    if (opened?.document === document) opened = null
  })
  return document
}

const load = (data: Uint8Array): Promise<PDFDocumentProxy> =>
  getDocument({
    data,
    cMapUrl: `${parts}cmaps/`,
    cMapPacked: true,
    standardFontDataUrl: `${parts}standard_fonts/`,
    wasmUrl: `${parts}wasm/`,
    // Our page may run its own scripts only, which leaves compiled code out.
    useWasm: false,
    enableXfa: false,
    maxImageSize: largestPicture,
    verbosity: 0,
  }).promise
