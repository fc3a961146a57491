// What the rules on names, values, weights, scores and reasons find in the five published documents. Every place was
// compared with the document by a person: a change here is a new true finding, a lost one, or a false alarm.
import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { readText } from '../src/documents/read-document.ts'
import { checkForm } from '../src/kernel/review/check.ts'

/** Rule → document#form and its rows (counted from 1), or the form as a whole. Errors and warnings. */
const expected: Readonly<Record<string, string>> = {
  C01: '004#17 1 · 004#20 5 · 004#24 7 · 004#27 7 · 004#33 6 · 004#42 6',
  C03: '004#4 3 · 004#6 5 · 004#9 1,2,3,4,5,6 · 004#10 5,6,7 · 004#12 2,3,6,8 · 004#14 14,18 · 004#25 5,6,7,8 · 004#31 1,2,3,6,7,8,9,10,11,12,5',
  C04: '004#1 6 · 004#2 7 · 004#16 7 · 004#17 12 · 004#19 8 · 004#20 5 · 004#35 7 · 004#41 3 · 004#51 5 · 004#56 7',
  C05: '004#2 3 · 004#33 1',
  C06: '003#1 28,40 · 004#2 5,7 · 004#7 3 · 004#9 2 · 004#13 4 · 004#14 12 · 004#19 7 · 004#20 2 · 004#21 2,5 · 004#32 2 · 004#33 2 · 004#39 5 · 004#45 2,5 · 004#46 2 · 004#50 2,3 · 004#52 2,4 · 004#54 7',
  C07: '003#1 29,form · 004#3 1 · 004#23 7',
  C08: '002#4 7 · 002#9 44 · 004#15 7 · 004#17 9 · 004#18 7 · 004#28 3 · 004#29 2 · 004#30 2 · 004#43 7 · 004#56 3',
  C09: '002#9 17 · 004#27 2',
  C10: '000#2 2 · 000#3 7 · 002#4 2 · 002#8 4 · 002#9 3,9 · 004#21 1 · 004#30 2 · 004#43 1',
  C11: '004#30 3',
  C12: '000#2 5 · 004#20 2 · 004#23 5',
  C13: '004#23 6 · 004#29 5 · 004#50 5 · 004#51 5 · 004#52 5',
  C14: '002#5 5 · 004#15 6 · 004#18 6 · 004#23 8 · 004#49 6',
  C15: '002#1 12 · 004#29 6',
  C19: '000#3 13 · 001#2 13,14 · 002#7 20 · 002#9 36,41 · 004#8 9 · 004#13 5 · 004#23 6,7 · 004#25 7,8 · 004#27 8 · 004#28 8 · 004#29 5 · 004#33 5 · 004#36 6 · 004#52 5',
  D01: '004#13 2',
  D02: '004#5 5 · 004#10 1 · 004#45 4',
  D04: '003#1 14,15,20,31',
  D05: '003#1 22,23,24,25,26,27,28,29,30,31,32,33,34,35,36,40',
  D06: '003#1 37 · 004#10 1,2,8 · 004#16 1,2,3,5,6,8 · 004#17 13 · 004#20 6 · 004#27 10 · 004#34 6 · 004#44 10',
  D08: '003#1 22,23,24,25,26,35,36 · 004#27 7',
  D09: '003#1 5,form',
  D10: '003#1 31 · 004#8 4 · 004#43 1',
  D11: '004#14 13 · 004#54 6',
  D12: '003#1 17,18 · 004#49 6',
  D13: '002#3 4 · 003#1 39 · 004#3 5 · 004#10 5,6,7 · 004#13 1,4,6 · 004#19 1,2,3,4 · 004#26 12 · 004#27 6 · 004#29 6',
  D14: '004#24 6 · 004#50 3',
  D15: '004#10 3',
  D16: '004#43 4,5,6,8,9,13',
  D17: '000#2 4 · 000#3 9 · 001#1 2,3 · 001#2 6,15 · 001#3 3,10 · 001#4 7 · 002#1 7,8,9,10,11 · 002#2 10 · 002#4 8,9,10 · 002#9 32,33,40 · 004#8 7,8,10,11 · 004#12 7 · 004#14 20 · 004#15 5 · 004#18 5 · 004#22 11 · 004#24 8,9 · 004#26 11 · 004#27 5 · 004#30 4 · 004#32 5,6 · 004#40 5 · 004#53 5 · 004#55 5',
  D19: '002#2 11 · 004#35 8 · 004#50 6',
  D20: '000#2 8 · 002#1 12 · 004#3 7 · 004#7 7 · 004#19 9',
  D23: '000#3 16 · 000#4 7 · 001#2 16',
  F03: '001#1 1',
  G02: '001#2 1,7',
  G03: '001#4 3',
  G06: '001#4 4 · 002#3 4',
  G08: '001#4 3',
  G09: '003#1 form',
  G10: '001#4 total',
  G15: '002#9 23,26',
  H01: '001#4 3',
  H02: '001#2 4,5 · 002#2 1,3 · 002#4 1,3,4 · 002#6 1 · 002#7 1,22 · 002#9 7,10',
  H03: '001#2 3 · 001#3 1 · 001#4 1 · 002#6 4 · 002#9 2,5,8',
  H05: '003#1 form',
}

/** Bare numbers without a sign are usual in 004; the number of forms that have them is enough. */
const bareNumbers = 37

const names = ['000', '001', '002', '003', '004']
const findings = names.flatMap((name) => {
  const text = readFileSync(new URL(`../demo/${name}.txt`, import.meta.url), 'utf8')
  return readText(text, `${name}.txt`).forms.flatMap((form, i) =>
    checkForm(form)
      .findings.filter(({ rule, severity }) => /^[CDFGH]/.test(rule) && severity !== 'advice')
      .map(({ rule, path }) => ({ rule, form: `${name}#${i + 1}`, place: placeOf(path) })),
  )
})

function placeOf(path: string): string {
  const row = /^indicators\[(\d+)\]/.exec(path)?.[1]
  if (row !== undefined) return String(Number(row) + 1)
  return path.startsWith('totals') ? 'total' : 'form'
}

/** "001#2 1,7 · 003#1 form" */
function placesOf(rule: string): string {
  const forms = new Map<string, string[]>()
  for (const found of findings)
    if (found.rule === rule) forms.set(found.form, [...(forms.get(found.form) ?? []), found.place])
  return [...forms].map(([form, places]) => `${form} ${places.join(',')}`).join(' · ')
}

it.each(Object.entries(expected))('%s stands where it was seen', (rule, places) => {
  expect(placesOf(rule)).toBe(places)
})

it('no other rule of these groups warns', () => {
  const rules = new Set(findings.map(({ rule }) => rule))
  expect([...rules].filter((rule) => !(rule in expected) && rule !== 'D03')).toEqual([])
  expect(findings.filter(({ rule }) => rule === 'D03')).toHaveLength(bareNumbers)
})
