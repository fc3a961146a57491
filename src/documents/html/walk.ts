// A parsed page → paragraphs and tables, as a browser shows them.
import { type DefaultTreeAdapterMap, defaultTreeAdapter as tree } from 'parse5'
import type { Block } from '../blocks.ts'
import { joinWrapped } from '../wrapped.ts'
import * as drafts from './draft.ts'

type Node = DefaultTreeAdapterMap['node']
type Element = DefaultTreeAdapterMap['element']
type State = { readonly draft: drafts.Draft; preformatted: number }
/** Told of every printed element and text, with the draft as it stands then. */
export type Witness = (node: Node, draft: drafts.Draft) => void

/** What no browser prints. */
const UNPRINTED: ReadonlySet<string> = new Set([
  ...['head', 'script', 'style', 'template', 'noscript', 'title', 'object', 'svg', 'math', 'button', 'rt', 'rp'],
  ...['del', 'iframe', 'audio', 'video', 'canvas', 'datalist'],
])
const BLOCK: ReadonlySet<string> = new Set([
  ...['p', 'div', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'li', 'ul', 'ol', 'dl', 'dt', 'dd', 'blockquote', 'pre'],
  ...['section', 'article', 'header', 'footer', 'main', 'nav', 'aside', 'form', 'fieldset', 'legend', 'center'],
  ...['caption', 'address', 'figure', 'figcaption', 'hr', 'br', 'body', 'html'],
])

/** Goes through the page without recursion: pages are nested as deep as they like. */
export function walkPage(page: DefaultTreeAdapterMap['document'], seen?: Witness): readonly Block[] {
  const state: State = { draft: drafts.newDraft(), preformatted: 0 }
  const path: { readonly node: Node; next: number }[] = [{ node: page, next: 0 }]
  for (let here = path.at(-1); here !== undefined; here = path.at(-1)) {
    const children = 'childNodes' in here.node ? here.node.childNodes : []
    const child = children[here.next++]
    if (child === undefined) {
      path.pop()
      if (tree.isElementNode(here.node)) leave(state, here.node)
    } else if (tree.isTextNode(child)) {
      seen?.(child, state.draft)
      addText(state, child.value)
    } else if (tree.isElementNode(child) && enter(state, child)) {
      seen?.(child, state.draft)
      path.push({ node: child, next: 0 })
    }
  }
  drafts.endParagraph(state.draft)
  return state.draft.body
}

const attribute = (element: Element, name: string): string | undefined =>
  element.attrs.find((candidate) => candidate.name === name)?.value

const isHidden = (element: Element): boolean =>
  attribute(element, 'hidden') !== undefined || /display\s*:\s*none/i.test(attribute(element, 'style') ?? '')

const keepsLines = (element: Element): boolean =>
  element.tagName === 'pre' ||
  element.tagName === 'textarea' ||
  /white-space\s*:\s*pre/i.test(attribute(element, 'style') ?? '')

const spanOf = (element: Element, name: string): number => {
  const span = Number.parseInt(attribute(element, name) ?? '1', 10)
  return Number.isNaN(span) || span < 0 ? 1 : span
}

/** False where nothing below the element is printed. */
function enter(state: State, element: Element): boolean {
  if (UNPRINTED.has(element.tagName) || isHidden(element)) return false
  if (element.tagName === 'input') addInput(state, element)
  if (element.tagName === 'select') {
    addChosen(state, element)
    return false
  }
  if (keepsLines(element)) state.preformatted++
  step(state, element, openers)
  return true
}

const openCell = (draft: drafts.Draft, cell: Element): void =>
  drafts.openCell(draft, Math.max(1, spanOf(cell, 'colspan')), spanOf(cell, 'rowspan'))

type Step = (draft: drafts.Draft, element: Element) => void

const openers: ReadonlyMap<string, Step> = new Map<string, Step>([
  ['table', drafts.openTable],
  ['tr', drafts.openRow],
  ['td', openCell],
  ['th', openCell],
])
const closers: ReadonlyMap<string, Step> = new Map<string, Step>([
  ['table', drafts.closeTable],
  ['tr', drafts.closeRow],
  ['td', drafts.closeCell],
  ['th', drafts.closeCell],
])

function step({ draft }: State, element: Element, steps: ReadonlyMap<string, Step>): void {
  const own = steps.get(element.tagName)
  if (own) own(draft, element)
  else if (BLOCK.has(element.tagName)) drafts.endParagraph(draft)
}

function leave(state: State, element: Element): void {
  if (keepsLines(element)) state.preformatted--
  step(state, element, closers)
}

/** Line breaks of the source are no breaks of the text: Chinese goes on without a blank. */
function addText({ draft, preformatted }: State, value: string): void {
  if (preformatted > 0 || !/[\n\r]/.test(value)) {
    draft.text.push(value)
    return
  }
  const [before = ''] = /^\s*/.exec(value) ?? []
  const blank = before !== '' && /[\w)]$/.test(draft.text.at(-1) ?? '') ? ' ' : ''
  const after = /[\w)]\s+$/.test(value) ? ' ' : ''
  const text = joinWrapped(value.split(/[\n\r]+/))
  draft.text.push(text === '' ? blank : blank + text + after)
}

/** What a field of an online form shows. */
function addInput({ draft }: State, element: Element): void {
  const type = (attribute(element, 'type') ?? 'text').toLowerCase()
  if (type === 'checkbox' || type === 'radio') draft.text.push(attribute(element, 'checked') === undefined ? '□' : '☑')
  else if (/^(text|number|date|month|tel|email|url|search)$/.test(type))
    draft.text.push(attribute(element, 'value') ?? '')
}

function addChosen({ draft }: State, select: Element): void {
  const options = select.childNodes.filter(tree.isElementNode).filter((node) => node.tagName === 'option')
  const chosen = options.find((option) => attribute(option, 'selected') !== undefined) ?? options[0]
  for (const node of chosen?.childNodes ?? []) if (tree.isTextNode(node)) draft.text.push(node.value.trim())
}
