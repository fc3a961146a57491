// Web pages, and what systems export as "Word" or "Excel" in their form → grid.
import { type DefaultTreeAdapterMap, defaultTreeAdapter, parse } from 'parse5'
import { gridOf } from '../blocks.ts'
import { decode } from '../decode.ts'
import type { GridDocument } from '../grid-document.ts'
import { InputProblem } from '../input-problem.ts'
import { walkPage } from './walk.ts'

/** The pages of a thousand forms; parsing them takes a second. */
const MOST_BYTES = 8 * 1024 * 1024
/** Browsers stop nesting there as well. */
const DEEPEST = 512

/** `charset`: what the carrier of the page says about it (a part of a .mht); the page's own word comes first. */
export async function readHtml(bytes: Uint8Array, name: string, charset?: string): Promise<GridDocument> {
  if (bytes.length > MOST_BYTES)
    throw new InputProblem(
      'too-large',
      `${name}：网页过大（${Math.ceil(bytes.length / 1024 / 1024)} MB，上限 8 MB），请拆成几个文件后再试`,
    )
  const { text, notes } = pageText(bytes, name, charset)
  return { grid: gridOf(walkPage(parsed(text, name)), name), notes }
}

/** `located`: with the places of all nodes in the text. */
export function parsed(text: string, name: string, located = false): DefaultTreeAdapterMap['document'] {
  let depth = 0
  const treeAdapter = {
    ...defaultTreeAdapter,
    onItemPush: () => {
      if (++depth > DEEPEST)
        throw new InputProblem(
          'not-readable',
          `${name}：网页的标签套得过深，无法读取，请在浏览器里打开后另存为文本再试`,
        )
    },
    onItemPop: () => {
      depth--
    },
  }
  return parse(text, { treeAdapter, sourceCodeLocationInfo: located })
}

export type PageText = { readonly text: string; readonly notes: readonly string[] }

/** Under the encoding the page names itself, if the bytes agree with it; else found out as for any text. */
export function pageText(bytes: Uint8Array, name: string, carrier?: string): PageText {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 4096))
  const named = /<meta[^>]*charset\s*=\s*["']?\s*([\w-]+)/i.exec(head)?.[1] ?? carrier
  if (named !== undefined && !/^utf-?16/i.test(named) && !/^(\xef\xbb\xbf|\xff\xfe|\xfe\xff)/.test(head))
    try {
      return { text: new TextDecoder(named, { fatal: true }).decode(bytes), notes: [] }
    } catch {
      // An unknown name, or bytes that are no such text: the bytes decide.
    }
  return decode(bytes, name)
}
