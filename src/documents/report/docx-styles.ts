// Styles of a report in Word, beside those of the forms.
import { fonts, size, style } from '../write/docx-parts.ts'

const heading = (level: 1 | 2, pt: number, before: number): string =>
  style(
    `ReportHeading${level}`,
    `报告标题 ${level}`,
    `<w:keepNext/><w:spacing w:before="${before}" w:after="100"/><w:outlineLvl w:val="${level - 1}"/>`,
    `${fonts('黑体')}<w:b/>${size(pt)}`,
  )

export const reportStyles: string = [
  heading(1, 14, 280),
  heading(2, 11, 200),
  style('ReportText', '报告正文', '<w:spacing w:before="40" w:after="80" w:line="312" w:lineRule="auto"/>', size(10.5)),
  style('ReportSign', '报告签字', '<w:spacing w:before="240" w:after="0"/>', size(10.5)),
].join('')
