// Which packages the server itself needs: those its sources import, and all those they need; the page is built before.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './place.mjs'

const lock = () => JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages
const isServed = (path) => /\.ts$/.test(path) && !/(\.test|test-kit)\.ts$/.test(path) && !/[\\/]web[\\/]/.test(path)
const imported = /(?:from|import|resolve)\s*\(?\s*['"](@?[a-z][^'"]*)['"]/g
const nameOf = (specifier) =>
  specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/')

/** What the sources outside src/web import, by name. */
function roots() {
  const files = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' }).filter((path) =>
    isServed(join('src', path)),
  )
  const named = files.flatMap((path) =>
    [...readFileSync(join(root, 'src', path), 'utf8').matchAll(imported)].map(([, specifier]) => nameOf(specifier)),
  )
  return [...new Set(named)]
}

/** Folders under node_modules of everything the server needs on this platform, with version and licence. */
export function serverPackages() {
  const packages = lock()
  const own = packages['']
  const platform = Object.keys(own.optionalDependencies).filter((name) =>
    name.endsWith(`${process.platform}-${process.arch}`),
  )
  const found = new Map()
  const visit = (name, from) => {
    const path = placeOf(name, from, packages)
    if (path === undefined || found.has(path) || !existsSync(join(root, path))) return
    const { version, license, dependencies = {}, optionalDependencies = {} } = packages[path]
    found.set(path, { name, version, license })
    for (const needed of Object.keys({ ...dependencies, ...optionalDependencies })) visit(needed, path)
  }
  for (const name of [...roots().filter((name) => own.dependencies[name]), ...platform]) visit(name, '')
  return found
}

/** As Node looks for it: in the package's own node_modules first, then above. */
function placeOf(name, from, packages) {
  for (let folder = from; ; folder = folder.replace(/(^|\/)node_modules\/(?!.*node_modules\/).*$/, '')) {
    const path = join(folder, 'node_modules', name)
    if (packages[path]) return path
    if (folder === '') return undefined
  }
}
