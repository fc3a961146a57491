// npm run licences: licence and version of every package the server, the page and the archive carry; exit 1 for one that
// may not be carried along (GPL, AGPL, unknown).
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './place.mjs'
import { install } from './setup.mjs'

const free =
  /^\(?(MIT|ISC|0BSD|BSD-[23]-Clause|Apache-2\.0|BlueOak-1\.0\.0|PostgreSQL|Unlicense|CC0-1\.0|MPL-2\.0|OFL-1\.1|Python-2\.0)\b/

/** What is installed without the tools of tests: it serves, builds the page, or stands in the page. */
export function carried() {
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'))
  return Object.entries(packages)
    .filter(([path, { dev, devOptional }]) => path !== '' && !dev && !devOptional && existsSync(join(root, path)))
    .map(([path, { version, license }]) => ({
      name: path.replace(/^.*node_modules\//, ''),
      version,
      licence: license ?? ownLicence(path),
    }))
}

function ownLicence(path) {
  const { license } = JSON.parse(readFileSync(join(root, path, 'package.json'), 'utf8'))
  return typeof license === 'object' ? license.type : license
}

export const refused = (packages) => packages.filter(({ licence }) => !free.test(String(licence)))

if (import.meta.filename === process.argv[1]) {
  await install({ tools: false })
  const packages = carried()
  for (const { name, version, licence } of packages) console.log(`${String(licence).padEnd(24)} ${name} ${version}`)
  const bad = refused(packages)
  console.log(
    `${packages.length} packages; may not be carried along: ${bad.map(({ name }) => name).join(', ') || 'none'}`,
  )
  process.exitCode = bad.length > 0 ? 1 : 0
}
