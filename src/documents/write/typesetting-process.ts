// The process PDF pages are laid out in: native code apart from the program, which can stop it whatever it is busy with.
import { join } from 'node:path'
import type { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { FORMS_TEMPLATE, FRONT_TEMPLATE } from './pdf-template.ts'
import type { TypesettingAnswer, TypesettingTask } from './typesetter.ts'

const FONTS = join(import.meta.dirname, '..', '..', '..', 'assets', 'fonts')
const TEMPLATES = { forms: FORMS_TEMPLATE, front: FRONT_TEMPLATE }

let compiler: NodeCompiler | null = null
const answer = (message: TypesettingAnswer): void => {
  process.send?.(message)
}

process.on('message', (task: TypesettingTask) => {
  // The addon does not come for every platform; that is told apart from a fault.
  import('@myriaddreamin/typst-ts-node-compiler').then(
    (typst) => answer(typeset(typst.NodeCompiler, task)),
    (error: unknown) => answer({ missing: messageOf(error) }),
  )
})

function typeset(Compiler: typeof NodeCompiler, task: TypesettingTask): TypesettingAnswer {
  try {
    compiler ??= Compiler.create({ workspace: FONTS, fontArgs: [{ fontPaths: [FONTS] }] })
    compiler.mapShadow(join(FONTS, 'data.json'), Buffer.from(task.json))
    const { result, hasError, takeError } = compiled(compiler, TEMPLATES[task.template])
    if (hasError || result === null) return { fault: takeError() }
    const told = (label: string) => compiler?.query(result, { selector: `<${label}>`, field: 'value' })
    const answer = { pages: result.numOfPages, starts: told('start'), rows: told('row') }
    const pdf = FORMS_OF[task.pdf]
    const bytes = pdf === null ? Buffer.alloc(0) : compiler.pdf(result, pdf)
    compiler.evictCache(0)
    return { ...answer, pdf: bytes }
  } catch (error) {
    return { fault: messageOf(error) }
  }
}

/** Version 1.4 is made of plain objects that can be put into a larger file. */
const FORMS_OF = { tagged: { pdfTags: true }, plain: { pdfStandard: '1.4', pdfTags: false }, none: null }

function compiled(typst: NodeCompiler, mainFileContent: string) {
  const done = typst.compile({ mainFileContent, resetRead: true })
  return {
    result: done.result,
    hasError: done.hasError(),
    takeError: (): string => JSON.stringify(done.takeError()?.shortDiagnostics ?? 'no page'),
  }
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))
