// What a browser calls itself, as people call it: Edge · Windows. The whole of it stays in a title.

/** The first that matches: most browsers call themselves by the names of others too. */
const browsers: readonly (readonly [RegExp, string])[] = [
  [/MicroMessenger/, '微信'],
  [/QQBrowser/, 'QQ 浏览器'],
  [/QIHU|360(SE|EE)/i, '360 浏览器'],
  [/Edg(e|A|iOS)?\//, 'Edge'],
  [/Firefox\/|FxiOS/, 'Firefox'],
  [/Chrom(e|ium)\/|CriOS|HeadlessChrome/, 'Chrome'],
  [/Safari\//, 'Safari'],
]
const systems: readonly (readonly [RegExp, string])[] = [
  [/HarmonyOS|OpenHarmony/, '鸿蒙'],
  [/Android/, 'Android'],
  [/iPhone/, 'iPhone'],
  [/iPad/, 'iPad'],
  [/Windows/, 'Windows'],
  [/Mac OS X/, 'macOS'],
  [/Kylin/i, '麒麟'],
  [/UOS|Uniontech/i, '统信'],
  [/Linux/, 'Linux'],
]

/** null where nothing in it is known: a program, or nothing at all. */
export function deviceOf(agent: string): string | null {
  const first = (of: typeof browsers) => of.find(([pattern]) => pattern.test(agent))?.[1]
  return [first(browsers), first(systems)].filter((name) => name !== undefined).join(' · ') || null
}
