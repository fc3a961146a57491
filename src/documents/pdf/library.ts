// The PDF library: loaded with the first PDF, opened without network, fonts of the machine or pictures.
import { createRequire } from 'node:module'
import { dirname, join, sep } from 'node:path'
import type { PDFDocumentProxy } from 'pdfjs-dist/types/src/pdf.js'
import { InputProblem } from '../input-problem.ts'
import { withNewEnd } from './repair.ts'

export type Library = typeof import('pdfjs-dist/legacy/build/pdf.mjs')

let loaded: Promise<Library> | null = null

/** Takes some 200 ms the first time: nobody who reads other files pays for it. */
export function pdfLibrary(): Promise<Library> {
  loaded ??= import('pdfjs-dist/legacy/build/pdf.mjs')
  return loaded
}

const packageFolder = (): string => dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'))
const folder = (name: string): string => join(packageFolder(), name) + sep

/** Opens a PDF; close it with `loadingTask.destroy()`. Throws `InputProblem` where it is locked or broken. */
export async function openPdf(bytes: Uint8Array, name: string): Promise<PDFDocumentProxy> {
  try {
    return await open(new Uint8Array(bytes))
  } catch (error) {
    if (error instanceof Error && error.name === 'PasswordException')
      throw new InputProblem('encrypted', `${name}：PDF 设有打开密码，请先用密码打开并另存为不加密的文件后再试`)
  }
  const repaired = withNewEnd(bytes)
  if (repaired !== null)
    try {
      return await open(repaired)
    } catch {
      // The file stays what it is: broken.
    }
  throw new InputProblem('not-readable', `${name}：PDF 已损坏或不完整，无法打开，请重新下载或导出后再试`)
}

/** Where the library puts fonts for drawing: nothing is drawn, so nothing is kept. */
function fontPlace(): HTMLDocument {
  class NoRules {
    readonly cssRules = []
    insertRule(): void {}
  }
  const place: unknown = { defaultView: { CSSStyleSheet: NoRules }, adoptedStyleSheets: [] }
  // The library asks its document for these two only.
  return place as HTMLDocument
}

/** The library takes the memory away from its owner: give it a copy. */
async function open(data: Uint8Array): Promise<PDFDocumentProxy> {
  const library = await pdfLibrary()
  const task = library.getDocument({
    data,
    cMapUrl: folder('cmaps'),
    cMapPacked: true,
    standardFontDataUrl: folder('standard_fonts'),
    useSystemFonts: false,
    // Without a place for fonts the library would trace the outline of every character.
    disableFontFace: false,
    ownerDocument: fontPlace(),
    // Pictures are not read: none is unpacked.
    maxImageSize: 1,
    verbosity: 0,
  })
  try {
    const document = await task.promise
    // The library finds out late that the list of pages is missing.
    await document.getPage(1)
    return document
  } catch (error) {
    await task.destroy()
    throw error
  }
}
