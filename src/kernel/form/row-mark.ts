// The sign by which the hidden cells of our workbooks are known: they say which row it is, and are no text of a form.
export const ROW_MARK = 'hengji:'

/** Whether a text is such a cell, and nothing a person wrote. */
export const isRowMark = (text: string): boolean => text.startsWith(`${ROW_MARK}[`)
