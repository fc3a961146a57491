// Money, execution and score of a project, year by year.
import { useCallback } from 'react'
import { Decimal, decimal } from '../../kernel/decimal.ts'
import { oneAYear, type YearFigures } from '../../kernel/project/over-years.ts'
import { useProjectWords } from '../words/projects.ts'
import { axisStyle, Chart } from './chart.tsx'

type Props = { readonly years: readonly YearFigures[] }

/** A drawing needs no more digits than a screen has. */
const wan = (yuan: string | null): number | null =>
  decimal(yuan)?.div(10_000).toDecimalPlaces(2, Decimal.ROUND_HALF_UP).toNumber() ?? null
const plain = (text: string | null): number | null => decimal(text)?.toNumber() ?? null

export function YearsCharts({ years }: Props) {
  const words = useProjectWords()
  const nothingToDraw = oneAYear(years).length === 0
  const option = useCallback(
    (colour: (name: string) => string) => {
      const rows = oneAYear(years)
      return {
        xAxis: { type: 'category', data: rows.map(({ year }) => String(year)), ...axisStyle(colour) },
        yAxis: { type: 'value', ...axisStyle(colour) },
        series: [
          {
            name: words.budget,
            type: 'bar',
            barMaxWidth: 36,
            color: colour('rule'),
            data: rows.map((r) => wan(r.budget)),
          },
          {
            name: words.executed,
            type: 'bar',
            barMaxWidth: 36,
            color: colour('link'),
            data: rows.map((r) => wan(r.executed)),
          },
        ],
      }
    },
    [years, words],
  )
  const scores = useCallback(
    (colour: (name: string) => string) => {
      const rows = oneAYear(years)
      return {
        xAxis: { type: 'category', data: rows.map(({ year }) => String(year)), ...axisStyle(colour) },
        yAxis: { type: 'value', min: 0, ...axisStyle(colour) },
        series: [
          {
            name: `${words.rate} %`,
            type: 'line',
            symbolSize: 8,
            color: colour('advice'),
            data: rows.map((r) => plain(r.rate)),
          },
          {
            name: words.score,
            type: 'line',
            symbol: 'diamond',
            symbolSize: 10,
            color: colour('good'),
            data: rows.map((r) => plain(r.score)),
          },
        ],
      }
    },
    [years, words],
  )
  if (nothingToDraw) return null // forms that print no year: their figures stand in the table
  return (
    <div className="charts">
      <figure>
        <figcaption>{words.money}</figcaption>
        <Chart label={`${words.money}。${words.chartHint}`} option={option} />
      </figure>
      <figure>
        <figcaption>{words.scores}</figcaption>
        <Chart label={`${words.scores}。${words.chartHint}`} option={scores} />
      </figure>
    </div>
  )
}
