// What happened, as an Atom feed (RFC 4287).
import { xmlText } from './xml.ts'

export type FeedEntry = {
  readonly id: string
  readonly title: string
  readonly link: string
  readonly published: Date
  readonly updated: Date
  readonly author: string
  readonly summary: string
}
type Feed = { readonly title: string; readonly self: string; readonly page: string; readonly updated: Date }

const element = (name: string, text: string): string => `<${name}>${xmlText(text)}</${name}>`

/** Newest entry first. The feed is as new as its newest entry. */
export function writeFeed({ title, self, page, updated }: Feed, entries: readonly FeedEntry[]): string {
  const lines = [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="zh-CN">',
    element('id', self),
    element('title', title),
    element('updated', (entries[0]?.updated ?? updated).toISOString()),
    `<link rel="self" type="application/atom+xml" href="${xmlText(self)}"/>`,
    `<link rel="alternate" type="text/html" href="${xmlText(page)}"/>`,
    ...entries.map(entryXml),
    '</feed>',
  ]
  return `${lines.join('\n')}\n`
}

const entryXml = ({ id, title, link, published, updated, author, summary }: FeedEntry): string =>
  [
    '<entry>',
    element('id', id),
    element('title', title),
    `<link rel="alternate" type="text/html" href="${xmlText(link)}"/>`,
    element('published', published.toISOString()),
    element('updated', updated.toISOString()),
    `<author>${element('name', author)}</author>`,
    element('summary', summary),
    '</entry>',
  ].join('\n')
