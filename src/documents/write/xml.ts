// Text inside XML and HTML: markup escaped, characters no XML parser accepts dropped.

/** Control characters, half surrogate pairs and non-characters: Word and Excel call a file with one of them damaged. */
const FORBIDDEN = /[^\P{Cc}\t\n]|\p{Surrogate}|[\ufffe\uffff]/gu
const SPECIAL = /[&<>"]|[^\P{Cc}\t\n]|\p{Surrogate}|[\ufffe\uffff]/u
const MARKUP: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** For element content and for attributes in double quotes. */
export const xmlText = (text: string): string =>
  SPECIAL.test(text) ? text.replace(FORBIDDEN, '').replace(/[&<>"]/g, (sign) => MARKUP[sign] ?? sign) : text

export const XML_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
