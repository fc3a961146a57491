// Formats that Excel's XML tables name by words.
import { builtinFormat } from '../workbook/builtin-formats.ts'

const NAMED: Readonly<Record<string, string>> = {
  '': 'General',
  'General Number': 'General',
  'General Date': builtinFormat(22),
  'Short Date': builtinFormat(14),
  'Medium Date': builtinFormat(15),
  'Long Date': builtinFormat(31),
  'Short Time': builtinFormat(20),
  'Medium Time': builtinFormat(18),
  'Long Time': builtinFormat(21),
  Currency: builtinFormat(7),
  Fixed: builtinFormat(2),
  Standard: builtinFormat(4),
  Percent: builtinFormat(10),
  Scientific: builtinFormat(11),
}

export const formatOf = (format: string): string => NAMED[format] ?? format
