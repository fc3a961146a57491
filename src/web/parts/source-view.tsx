// Where the chosen cell stands in the document: its page where the file is a PDF, else its row of text.
import { Empty } from 'antd'
import { lazy, Suspense, useState } from 'react'
import type { SourceLine } from '../../api/forms.ts'
import type { Source } from '../../kernel/form/form.ts'
import { useFormWords } from '../words/form.ts'
import { Loading } from './loading.tsx'
import type { SourceFile } from './source-file.ts'
import { SourceLines } from './source-lines.tsx'
import { placeInWords } from './source-place.ts'

/** Brings the PDF library along, so it is loaded with the first page shown. */
const PdfView = lazy(async () => ({ default: (await import('./pdf-view.tsx')).PdfView }))

type Props = {
  readonly lines: readonly SourceLine[]
  readonly source: Source | undefined
  readonly neighbours: readonly Source[]
  /** Null where the file is not kept. */
  readonly file: SourceFile | null
}

export function SourceView({ lines, source, neighbours, file }: Props) {
  const words = useFormWords()
  const [failed, setFailed] = useState<string | null>(null)
  const { line, page, box } = source ?? {}
  if (source === undefined || (line === undefined && page === undefined))
    return <Empty description={words.noSource} image={Empty.PRESENTED_IMAGE_SIMPLE} />
  const text = line !== undefined && <SourceLines lines={lines} source={{ ...source, line }} neighbours={neighbours} />
  const place = placeInWords(source)
  if (file && box && page !== undefined && failed !== file.key)
    return (
      <>
        <Suspense fallback={<Loading what={words.sourcePage} />}>
          <PdfView file={file} number={page} box={box} onFail={() => setFailed(file.key)} />
        </Suspense>
        {text && <TextBelow text={text} />}
      </>
    )
  return (
    <>
      {failed !== null && <p className="source-note">{words.pageFailed}</p>}
      {place && <p className="source-place">{place}</p>}
      {text}
    </>
  )
}

/** The lines scroll to the cell when they appear: they are made when opened. */
function TextBelow({ text }: { text: React.ReactElement }) {
  const words = useFormWords()
  const [open, setOpen] = useState(false)
  return (
    <details className="source-text-below" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{words.sourceText}</summary>
      {open && text}
    </details>
  )
}
