// Fund rows by where the money comes from. Labels differ by place; these are the words they share.

/** Money of the treasury for the year: 财政拨款, 当年财政拨款, 财政资金, 中央财政资金, 一般公共预算拨款 … */
export const fiscalFund =
  /^(当年|本年|年度|中央|省级|市级|地方|本级)*财政(拨款|资金)|^(本年)?一般公共预算|^政府性基金|^国有资本经营/
/** Money left over from the years before. */
export const carriedOver = /结转|结余/
