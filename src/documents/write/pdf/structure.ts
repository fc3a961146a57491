// What the texts of a PDF are, for readers who do not see them: headings, paragraphs, tables with rows and cells.
import { type PdfFile, reference } from './pdf-file.ts'

type Role = 'Sect' | 'H1' | 'H2' | 'H3' | 'P' | 'TOC' | 'TOCI' | 'Table' | 'TR' | 'TH' | 'TD'

/** An element of the document; `parent` null stands for the document itself. */
export type Element = {
  readonly role: Role
  readonly parent: Element | null
  /** Of a cell over several columns or rows. */
  readonly columns?: number
  readonly rows?: number
  /** What a heading cell is the heading of. */
  readonly scope?: 'Column' | 'Row'
}

/** An element in the order of a page, with the number of its marked text there; null where it has none. */
export type Seen = { readonly element: Element; readonly mark: number | null }

export type Structure = {
  /** Number of the root object. */
  readonly root: number
  /** Adds the elements of a page; `order` counts the pages as they are added. */
  readonly add: (page: number, order: number, seen: readonly Seen[]) => void
  /** `isFront`: whether a page stands before the others, though added behind them. */
  readonly end: (isFront: (page: number) => boolean) => void
}

type Node = {
  readonly number: number
  readonly element: Element
  readonly parent: number
  readonly kids: string[]
  /** Page of the first text. */
  page: number | null
}

/** Elements are written when the next one on their level begins, so that few are held at once. */
export function createStructure(file: PdfFile): Structure {
  const [root, document] = [file.reserve(), file.reserve()]
  const tops: { readonly number: number; readonly page: number }[] = []
  const parents: string[] = []
  const open = new Map<Element, Node>()

  const flush = (): void => {
    for (const node of open.values()) file.packed(node.number, elementObject(node))
    open.clear()
  }
  const nodeOf = (element: Element, page: number): Node => {
    const known = open.get(element)
    if (known) return known
    if (element.parent === null) flush()
    const above = element.parent === null ? null : nodeOf(element.parent, page)
    const node: Node = { number: file.reserve(), element, parent: above?.number ?? document, kids: [], page: null }
    if (above === null) tops.push({ number: node.number, page })
    else above.kids.push(reference(node.number))
    open.set(element, node)
    return node
  }
  const add: Structure['add'] = (page, order, seen) => {
    const marked: string[] = []
    for (const { element, mark } of seen) {
      const node = nodeOf(element, page)
      if (mark === null) continue
      node.page ??= page
      node.kids.push(node.page === page ? String(mark) : `<</Type/MCR/Pg ${reference(page)}/MCID ${mark}>>`)
      marked[mark] = reference(node.number)
    }
    const list = file.reserve()
    file.packed(list, `[${marked.join(' ')}]`)
    parents.push(`${order} ${reference(list)}`)
  }
  const end: Structure['end'] = (isFront) => {
    flush()
    const ordered = [...tops.filter(({ page }) => isFront(page)), ...tops.filter(({ page }) => !isFront(page))]
    const kids = ordered.map(({ number }) => reference(number)).join(' ')
    file.packed(document, `<</Type/StructElem/S/Document/P ${reference(root)}/K[${kids}]>>`)
    file.packed(
      root,
      `<</Type/StructTreeRoot/K ${reference(document)}/ParentTree<</Nums[${parents.join(' ')}]>>/ParentTreeNextKey ${parents.length}>>`,
    )
  }
  return { root, add, end }
}

function elementObject({ element, parent, kids, page }: Node): string {
  const { role, columns = 1, rows = 1, scope } = element
  const attributes = `${columns > 1 ? `/ColSpan ${columns}` : ''}${rows > 1 ? `/RowSpan ${rows}` : ''}${scope ? `/Scope/${scope}` : ''}`
  return (
    `<</Type/StructElem/S/${role}/P ${reference(parent)}${page === null ? '' : `/Pg ${reference(page)}`}` +
    `${kids.length > 0 ? `/K[${kids.join(' ')}]` : ''}${attributes ? `/A<</O/Table${attributes}>>` : ''}>>`
  )
}
