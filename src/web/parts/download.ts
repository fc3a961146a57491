// The result as a file: the Findings contract, with each form's record beside its findings.
import type { WrittenFile } from '../../api/check.ts'
import type { CheckedForm } from '../../api/forms.ts'

/** As `hengji check --json` prints it, and `form` as `hengji read --json` does. */
export const published = (source: string | null, forms: readonly CheckedForm[]) => ({
  source,
  profile: forms[0]?.check.profile ?? null,
  forms: forms.map(({ form, check }) => ({ ...check, form })),
})

/** Hands the user a JSON file. */
export const downloadJson = (name: string, value: unknown): void =>
  saveFile(name, new Blob([JSON.stringify(value, null, 2)], { type: 'application/json' }))

/** Hands the user a file. */
export function saveFile(name: string, content: Blob): void {
  const url = URL.createObjectURL(content)
  const link = Object.assign(document.createElement('a'), { href: url, download: name })
  link.click()
  URL.revokeObjectURL(url)
}

/** Hands the user a file the server made. */
export const saveWritten = ({ name, base64 }: WrittenFile): void =>
  saveFile(name, new Blob([Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))]))
