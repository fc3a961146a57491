// The place an organisation belongs to, as its own name says it.

/** 天津市市场监督管理委员会 → 天津市, 广东省财政厅 → 广东省; null where the name does not begin with a place. */
export function regionOf(organisation: string | null | undefined): string | null {
  const name = organisation?.replace(/^[\d\s\-—]+/, '') ?? ''
  const found = /^[\u4e00-\u9fff]{2,8}?(?:特别行政区|自治[区州县旗]|[省盟州县区旗]|市(?!场))/.exec(name)
  if (found === null) return null
  // 上海城市管理局: the 市 belongs to 城市, not to the place.
  return /城市$/.test(found[0]) && /^(管理|建设|规划|运行|更新|发展)/.test(name.slice(found[0].length))
    ? null
    : found[0]
}
