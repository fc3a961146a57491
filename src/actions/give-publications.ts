// Published forms for programs: open data and a feed.
import type { PublicationStep, PublicSearch } from '../api/publications.ts'
import { type FeedEntry, writeFeed } from '../documents/write/feed.ts'
import { formats } from '../documents/write/formats.ts'
import { kindLabel } from '../kernel/form/kind-label.ts'
import { problem } from '../kernel/problem.ts'
import * as publications from '../store/publications.ts'
import type { Context } from './context.ts'
import type { WrittenForm } from './download-form.ts'

/** Forms in one file of open data. */
const most = 2000
const entries = 100

type Asked = Omit<PublicSearch, 'page'> & { readonly format: 'json' | 'csv' }

/** Every published form that matches, as published. Problem: publication.tooMany. */
export async function givePublicData({ db }: Context, { format, ...filter }: Asked): Promise<WrittenForm> {
  const count = await publications.count(db, filter)
  if (count > most) throw problem('publication.tooMany', { count, limit: most })
  const found = await publications.whole(db, filter, most)
  const standing = found.filter(({ retractedAt }) => retractedAt === null).map(({ form }) => form)
  const name = `公开的绩效表.${format}`
  return { name, pieces: formats[format](standing, name) }
}

/** What was published, corrected and withdrawn last, as Atom. `origin`: where this server is reached. */
export async function giveFeed({ db, now }: Context, origin: string): Promise<string> {
  const { rows } = await publications.heads(db, {}, { limit: entries })
  return writeFeed(
    { title: '预算绩效公开', self: `${origin}/api/public/feed`, page: `${origin}/public`, updated: now() },
    rows.map((row) => entryOf(row, origin)),
  )
}

function entryOf(row: publications.Published<publications.PublishedHead>, origin: string): FeedEntry {
  const { form, retractedAt, correctedAt, publishedAt } = row
  const what = retractedAt ? '已撤回' : correctedAt ? '更正' : '公开'
  const name = form.project?.name ?? form.department?.name ?? form.title ?? ''
  const score = form.totals.score === null ? '' : `，得分 ${form.totals.score} ${form.grade ?? ''}`
  const office = form.unit?.name ?? form.department?.name ?? ''
  return {
    id: `urn:uuid:${row.id}`,
    title: `${what}：${form.year ?? ''} ${name}（${kindLabel[form.kind]}）`,
    link: `${origin}/forms/${row.id}`,
    published: publishedAt,
    updated: retractedAt ?? publishedAt,
    author: office,
    summary: retractedAt ? `已撤回，原因：${row.reason ?? '未写明'}` : `${office}${score}`,
  }
}

const verbs = { publish: 'published', retract: 'retracted' } as const

/** What happened to a form in public. */
export async function listPublicationSteps(
  { db }: Context,
  { id }: { readonly id: string },
): Promise<readonly PublicationStep[]> {
  let before = false
  return (await publications.steps(db, id)).map(({ verb, at, version, reason }) => {
    const what = verb === 'retract' ? verbs.retract : before ? 'corrected' : verbs.publish
    before = true
    return { what, at: at.toISOString(), version, reason }
  })
}
