import { Alert, Button, Select } from 'antd'
import { useState } from 'react'
import type { CheckedDocument } from '../../api/check.ts'
import type { CheckedForm } from '../../api/forms.ts'
import { useWords } from '../words.ts'
import { FormView } from './form-view.tsx'
import type { SourceFile } from './source-file.ts'

type Props = { readonly document: CheckedDocument; readonly file: SourceFile }

/** The forms of a checked document, one shown at a time. */
export function DocumentView({ document: { forms, lines, notes, files = [] }, file }: Props) {
  const words = useWords()
  const [index, setIndex] = useState(0)
  const shown = forms[index]
  if (!shown) return null
  return (
    <>
      {notes.map((note) => (
        <Alert key={note} className="document-note" type="warning" showIcon title={note} />
      ))}
      {forms.length > 1 && (
        <nav className="form-picker" aria-label={words.chooseForm}>
          <Button disabled={index === 0} onClick={() => setIndex(index - 1)}>
            {words.previousForm}
          </Button>
          <Select
            className="form-picker-select"
            aria-label={words.formsInFile}
            value={index}
            onChange={setIndex}
            showSearch={{ optionFilterProp: 'label' }}
            options={forms.map((form, i) => ({ value: i, label: `${fileOf(files, i)}${nameOf(form, i)}` }))}
          />
          <Button disabled={index === forms.length - 1} onClick={() => setIndex(index + 1)}>
            {words.nextForm}
          </Button>
        </nav>
      )}
      <FormView key={index} checked={shown} lines={lines} file={file} />
    </>
  )
}

/** Which file of an archive a form is from. */
function fileOf(files: NonNullable<CheckedDocument['files']>, form: number): string {
  let end = 0
  const file = files.find((one) => {
    end += one.forms
    return form < end
  })
  return file ? `${file.name}　` : ''
}

function nameOf({ form, check }: CheckedForm, i: number): string {
  const errors = check.findings.filter((f) => f.severity === 'error').length
  return `${i + 1}. ${form.project?.name ?? form.department?.name ?? form.title ?? ''}${errors > 0 ? `（错误 ${errors}）` : ''}`
}
