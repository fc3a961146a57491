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

function typeset(Compiler: typeof NodeCompiler, { template, json, tagged }: TypesettingTask): TypesettingAnswer {
  try {
    compiler ??= Compiler.create({ workspace: FONTS, fontArgs: [{ fontPaths: [FONTS] }] })
    compiler.mapShadow(join(FONTS, 'data.json'), Buffer.from(json))
    const { result, hasError, takeError } = compiled(compiler, TEMPLATES[template])
    if (hasError || result === null) return { fault: takeError() }
    const starts: unknown = compiler.query(result, { selector: '<start>', field: 'value' })
    const pages = result.numOfPages
    // Version 1.4 is made of plain objects that can be put into a larger file; a document of its own carries tags.
    const pdf = compiler.pdf(result, tagged ? { pdfTags: true } : { pdfStandard: '1.4', pdfTags: false })
    compiler.evictCache(0)
    return { pdf, pages, starts: Array.isArray(starts) ? starts.map(Number) : [] }
  } catch (error) {
    return { fault: messageOf(error) }
  }
}

function compiled(typst: NodeCompiler, mainFileContent: string) {
  const done = typst.compile({ mainFileContent, resetRead: true })
  return {
    result: done.result,
    hasError: done.hasError(),
    takeError: (): string => JSON.stringify(done.takeError()?.shortDiagnostics ?? 'no page'),
  }
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))
