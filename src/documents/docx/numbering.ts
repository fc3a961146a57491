// Numbers that Word prints before paragraphs without keeping them in the text: 1. （二） ③ …
import { walkXml } from '../xml.ts'
import { numeral } from './numeral.ts'

type Level = { start: number; format: string; text: string }
type List = { readonly levels: Map<number, Level>; readonly counts: number[] }
type Instance = { list: string; readonly starts: Map<number, number>; begun: boolean }

/** `next`: what is printed before the next paragraph of a list; '' where that is a bullet or nothing. */
export type Numbering = { readonly next: (instance: string, level: number) => string }

/** The document's lists; paragraphs must be asked for in their order. Throws `XmlProblem` for broken XML. */
export function numberingOf(xml: Uint8Array | undefined): Numbering {
  const definitions = xml === undefined ? NONE : definitionsIn(xml)
  return { next: (instance, level) => nextIn(definitions, instance, level) }
}

type Definitions = { readonly lists: ReadonlyMap<string, List>; readonly instances: ReadonlyMap<string, Instance> }

const NONE: Definitions = { lists: new Map(), instances: new Map() }
const MOST_LEVELS = 9

type Open = { list: List | null; level: Level | null; instance: Instance | null; overridden: number }

function definitionsIn(xml: Uint8Array): Definitions {
  const lists = new Map<string, List>()
  const instances = new Map<string, Instance>()
  const here: Open = { list: null, level: null, instance: null, overridden: 0 }
  walkXml(xml, {
    open: (tag, attributes) => {
      const value = (name: string): string => attributes[`w:${name}`] ?? attributes[name] ?? ''
      if (tag === 'abstractNum') {
        here.list = { levels: new Map(), counts: [] }
        lists.set(value('abstractNumId'), here.list)
      } else if (tag === 'num') {
        here.instance = { list: '', starts: new Map(), begun: false }
        instances.set(value('numId'), here.instance)
      } else detail(here, tag, value)
    },
    close: (tag) => {
      if (tag === 'lvl') here.level = null
      if (tag === 'num') here.instance = null
    },
  })
  return { lists, instances }
}

/** What is said of the list, level or instance that is open. */
function detail(here: Open, tag: string, value: (name: string) => string): void {
  const { list, level, instance } = here
  const number = (name: string): number => Number.parseInt(value(name), 10) || 0
  if (tag === 'abstractNumId' && instance) instance.list = value('val')
  else if (tag === 'lvlOverride') here.overridden = number('ilvl')
  else if (tag === 'startOverride') instance?.starts.set(here.overridden, number('val'))
  else if (tag === 'lvl') {
    here.level = { start: 1, format: 'decimal', text: '' }
    if (instance === null) list?.levels.set(number('ilvl'), here.level)
  } else if (tag === 'start' && level) level.start = number('val')
  else if (tag === 'numFmt' && level) level.format = value('val')
  else if (tag === 'lvlText' && level) level.text = value('val')
}

function nextIn({ lists, instances }: Definitions, id: string, level: number): string {
  const instance = instances.get(id)
  const list = lists.get(instance?.list ?? '')
  const own = list?.levels.get(level)
  if (!instance || !list || !own || level >= MOST_LEVELS) return ''
  if (!instance.begun) {
    instance.begun = true
    for (const [at, start] of instance.starts) list.counts[at] = start - 1
  }
  list.counts[level] = (list.counts[level] ?? own.start - 1) + 1
  list.counts.length = level + 1
  if (own.format === 'bullet' || own.format === 'none') return ''
  return own.text.replace(/%([1-9])/g, (_, digit: string) => {
    const at = Number(digit) - 1
    const shown = list.levels.get(at)
    return numeral(list.counts[at] ?? shown?.start ?? 1, shown?.format ?? 'decimal')
  })
}
