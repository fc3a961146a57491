// Web archives (.mht) and what systems export as "Word" in their form → the page inside → grid.
import type { GridDocument } from '../grid-document.ts'
import { readHtml } from '../html/read-html.ts'
import { InputProblem } from '../input-problem.ts'
import { type Part, partsOf } from './mime.ts'

/** Throws `InputProblem` for an archive without a page in it. */
export async function readMht(bytes: Uint8Array, name: string): Promise<GridDocument> {
  const page = partsOf(bytes).find(isPage)
  if (page === undefined)
    throw new InputProblem('not-readable', `${name}：网页存档里没有网页，文件可能不完整，请重新保存后再试`)
  return readHtml(page.content(), name, page.charset)
}

const isPage = (part: Part): boolean => /^(text\/html|application\/xhtml\+xml)$/i.test(part.type)
