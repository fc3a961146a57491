// The web page of forms: whole in itself, safe, and printed like the paper.
import { expect, it } from 'vitest'
import { blankForm, blankIndicator } from '../../kernel/form/blank.ts'
import type { Form } from '../../kernel/form/form.ts'
import { writeHtml } from './html.ts'

const htmlOf = (...forms: Form[]): string => Buffer.concat([...writeHtml(forms)]).toString()
const evaluation: Form = { ...blankForm('project-self-evaluation'), layout: 'shanghai-self-evaluation' }
const department: Form = {
  ...blankForm('department-self-evaluation'),
  layout: 'guangdong-department-self-evaluation',
}
const indicators = (n: number) => Array.from({ length: n }, (_, i) => ({ ...blankIndicator, name: `指标${i}` }))

it('needs nothing from anywhere else', () => {
  const page = htmlOf(evaluation)
  expect(page).not.toMatch(/https?:|<script|<link|@import|url\(/)
  expect(page).toMatch(/^<!doctype html>\n<html lang="zh-CN">/)
  expect(page.trimEnd()).toMatch(/<\/html>$/)
})

it('shows markup in a text as text', () => {
  const grade = '<img src=x onerror=alert(1)>"&'
  expect(htmlOf({ ...evaluation, grade })).toContain('&lt;img src=x onerror=alert(1)&gt;&quot;&amp;</td>')
})

it('repeats the headings of a form over pages, and turns the page for a landscape one', () => {
  const long = { ...evaluation, indicators: indicators(80) }
  const page = htmlOf(long, department)
  expect(page.match(/<thead>/g)).toHaveLength(1)
  expect(page).toMatch(/<thead>\n<tr>(?:<th[^>]*>[^<]*<\/th>)*<th[^>]*>三级指标<\/th>/)
  expect([...page.matchAll(/<section class="(\w+)/g)].map(([, turned]) => turned)).toEqual(['portrait', 'landscape'])
})

it('tells a program which field a cell holds', () => {
  const page = htmlOf({ ...evaluation, indicators: indicators(2) })
  expect(page).toContain('data-field="indicators[1].name">指标1</td>')
})

it('keeps the few rows under a printed group on one page, and tears a row that fills most of one', () => {
  const rows = indicators(60).map((row) => ({ ...row, dimension: '产出指标', aspect: '数量指标' }))
  const goals = { overall: null, annual: null, expected: '完成年度任务。'.repeat(400), actual: null }
  const page = htmlOf({ ...evaluation, goals, indicators: rows })
  const groups = [
    ...page.matchAll(/<td rowspan="(\d+)"[^>]*class="[^"]*kept" data-field="indicators\[\d+\]\.aspect">/g),
  ]
  expect(groups.length).toBeGreaterThan(6)
  expect(Math.max(...groups.map(([, span]) => Number(span)))).toBeLessThanOrEqual(8)
  expect(page.match(/<tr class="tall">/g)).toHaveLength(1)
  expect(page).toMatch(/<tr class="tall">.*data-field="goals\.expected"/)
  // On one page there is nothing to keep together.
  expect(htmlOf({ ...evaluation, indicators: rows.slice(0, 6) })).not.toContain('class="kept"')
})

it('lets rows go over pages one by one, and leaves room to write in a blank form', () => {
  const page = htmlOf({ ...evaluation, indicators: indicators(80) })
  // A group over many rows kept in one piece would leave the page above it empty.
  expect(page).not.toMatch(/\btr \{ break-inside: avoid/)
  expect(page).not.toContain('<tr style=')
  expect(htmlOf(evaluation)).toMatch(/<tr style="height:\d+pt">(?:(?!<\/tr>).)*data-field="goals\.expected"/)
})
