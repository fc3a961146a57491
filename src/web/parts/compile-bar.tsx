// What is done with the chosen forms: looked through, and written as one book.
import { useMutation } from '@tanstack/react-query'
import { App, Button, Input, Select, Tooltip } from 'antd'
import { useRef, useState } from 'react'
import { compilationFormats, compilations, mostCompiled } from '../../api/compilations.ts'
import { call, callFile } from '../call.ts'
import { useCompileWords } from '../words/compile.ts'
import { useWords } from '../words.ts'
import { saveFile } from './download.ts'
import { RefusalNote } from './refusal.tsx'
import { ScanResult } from './scan-result.tsx'

type Props = { readonly chosen: readonly string[] }

export function CompileBar({ chosen }: Props) {
  const shell = useWords()
  const words = useCompileWords()
  const { message } = App.useApp()
  const [title, setTitle] = useState(words.usualTitle)
  const [format, setFormat] = useState<(typeof compilationFormats)[number]>('docx')
  const scan = useMutation({ mutationFn: (forms: readonly string[]) => call(compilations.scan, { forms: [...forms] }) })
  const [come, setCome] = useState(0)
  const stop = useRef<AbortController>(null)
  const write = useMutation({
    mutationFn: async () => {
      const name = `${title.trim()}.${format}`
      const asked = new AbortController()
      stop.current = asked
      setCome(0)
      try {
        const given = { forms: [...chosen], title: title.trim(), format }
        const bytes = await callFile(compilations.write, given, { signal: asked.signal, onProgress: setCome })
        saveFile(name, new Blob([bytes]))
        message.success(words.written(name))
      } catch (error) {
        if (!asked.signal.aborted) throw error
        message.info(words.stopped)
      }
    },
  })
  const why = chosen.length === 0 ? words.none : chosen.length > mostCompiled ? words.tooMany(mostCompiled) : ''
  const whyNotWrite = why || (title.trim() === '' ? words.noTitle : '')
  const error = scan.error ?? write.error
  return (
    <>
      <div className="compile-bar">
        <b role="status">{words.chosen(chosen.length)}</b>
        <Tooltip title={why}>
          <Button disabled={why !== ''} loading={scan.isPending} onClick={() => scan.mutate(chosen)}>
            {words.scan}
          </Button>
        </Tooltip>
        <Input
          aria-label={words.bookTitle}
          placeholder={words.bookTitle}
          maxLength={200}
          value={title}
          onChange={({ target }) => setTitle(target.value)}
        />
        <Select
          aria-label={words.format}
          value={format}
          options={compilationFormats.map((value) => ({ value, label: words.formats[value] }))}
          onChange={setFormat}
        />
        <Tooltip title={whyNotWrite}>
          <Button type="primary" disabled={whyNotWrite !== ''} loading={write.isPending} onClick={() => write.mutate()}>
            {write.isPending ? words.writing(come) : words.write}
          </Button>
        </Tooltip>
        {write.isPending && <Button onClick={() => stop.current?.abort()}>{shell.cancel}</Button>}
      </div>
      {error && <RefusalNote error={error} onRetry={() => (scan.error ? scan.mutate(chosen) : write.mutate())} />}
      {scan.data && scan.variables === chosen && <ScanResult scan={scan.data} />}
    </>
  )
}
