// Points as whole hundredths: they are added up and compared exactly.
const POINTS = /^(\d{1,4})(?:\.(\d{1,2}))?$/

/** "12.5" → 1250; null for what is no number of points. */
export function hundredths(text: string): number | null {
  const [, whole, part] = POINTS.exec(text) ?? []
  return whole === undefined ? null : Number(whole) * 100 + Number((part ?? '').padEnd(2, '0'))
}
