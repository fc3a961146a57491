// Organisations are printed with their code before or behind the name, and spans of time in one cell.

export type Organisation = { readonly code: string | null; readonly name: string }

/** The code in the cell of an organisation whose label asks for it: 主管部门及代码; null where there is none. */
export const codedOrganisation = (text: string): Organisation | null => splitCode(text) ?? shortCode(text)

/** Labels that ask for the code of an organisation. */
export const asksForCode = (label: string): boolean => /代码|编码/.test(label)

/** 韶关市市场监督管理局 141001, 355101天津市市场监督管理委员会: a code of six digits or more before or behind the name. */
export function splitCode(text: string): Organisation | null {
  if (!/\d{6}/.test(text)) return null
  const front = /^[［[【(（]?(\d{6,})[］\]】)）]?[\s\-—_]*([^\d\s][\s\S]*)$/.exec(text)
  if (front?.[1] && front[2]) return { code: front[1], name: front[2].trim() }
  const back = /^([\s\S]*[^\d\s\-—_（([［【])[\s\-—_（([［【]*(\d{6,})[）)\]］】]?$/.exec(text)
  return back?.[1] && back[2] ? { code: back[2], name: back[1].trim() } : null
}

/** 生态环境局 211: beside 部门及代码 a shorter code counts where a blank sets it apart. */
function shortCode(text: string): Organisation | null {
  const front = /^(\d{3,5})[\s\-—]+([^\d\s].*)$/.exec(text)
  if (front?.[1] && front[2]) return { code: front[1], name: front[2].trim() }
  const back = /^(.*[^\d\s])\s+(\d{3,5})$/.exec(text)
  return back?.[1] && back[2] ? { code: back[2], name: back[1].trim() } : null
}

type Span = { readonly start: string; readonly end: string }

/** 2024年1月至2024年12月: two days in one cell; null for anything else. */
export function spanOf(text: string): Span | null {
  const [, start, end] = /^([^至到~～—]*\d[^至到~～—]*)[至到~～—]+([^至到~～—]*\d[^至到~～—]*)$/.exec(text) ?? []
  return start === undefined || end === undefined ? null : { start: start.trim(), end: end.trim() }
}
