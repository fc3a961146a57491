// npm run pages: writes the pages that are made from the code: GLOSSARY.md and docs/api/.
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { apiPage } from './api-pages.ts'
import { glossary } from './glossary.ts'

const root = join(import.meta.dirname, '..')
mkdirSync(join(root, 'docs', 'api'), { recursive: true })
writeFileSync(join(root, 'docs', 'api', 'README.md'), apiPage())
writeFileSync(join(root, 'GLOSSARY.md'), glossary())
