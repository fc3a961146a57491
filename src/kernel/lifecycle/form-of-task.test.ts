import { expect, it } from 'vitest'
import type { FormKind } from '../form/form.ts'
import { kindLabel } from '../form/kind-label.ts'
import { fitsTask } from './form-of-task.ts'

const kinds = Object.keys(kindLabel) as FormKind[] // the names of the record

it('a declaration and its adjustment ask for a target, a report for the form that reports', () => {
  expect(kinds.filter((kind) => fitsTask('declaration', kind))).toEqual([
    'project-target-declaration',
    'project-target',
    'department-target',
    'transfer-target',
  ])
  expect(kinds.filter((kind) => fitsTask('adjustment', kind))).toEqual(
    kinds.filter((kind) => fitsTask('declaration', kind)),
  )
  expect(kinds.filter((kind) => fitsTask('monitoring', kind))).toEqual(['project-monitoring'])
  expect(kinds.filter((kind) => fitsTask('self-evaluation', kind))).toEqual([
    'project-self-evaluation',
    'department-self-evaluation',
    'transfer-self-evaluation',
  ])
})
