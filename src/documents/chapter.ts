// Where the report around a form goes on: 第四部分 名词解释, 附件2.
import type { Line } from './source-text.ts'

const CHAPTER =
  /^[ \u3000]*(?:第[一二三四五六七八九十]{1,3}(?:部分|章|篇)(?:[ \u3000:：].{1,30})?|附[ \u3000]*件[ \u3000]*[\d一二三四五六七八九十]{0,3}[:：]?)\s*$/

export const beginsChapter = ({ text }: Line): boolean => text.length < 60 && CHAPTER.test(text)
