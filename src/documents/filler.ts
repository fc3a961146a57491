// What a template leaves between its rows for those who fill it in: ……, and 指标2: with nothing behind it.
const FILLER = /^(?:…{1,6}|[.。]{3,12}|指标\d{1,2}[:：]?)$/

export const isFiller = (text: string): boolean => FILLER.test(text.trim())
