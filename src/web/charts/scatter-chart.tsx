// Execution against score: each dot a self-evaluation.
import { useCallback, useMemo } from 'react'
import type { PublicRow } from '../../api/publications.ts'
import { decimal } from '../../kernel/decimal.ts'
import { useProjectWords } from '../words/projects.ts'
import { usePublicationWords } from '../words/publications.ts'
import { axisStyle, Chart } from './chart.tsx'

const number = (text: string | null): number | null => decimal(text)?.toNumber() ?? null

type Dot = { readonly name: string; readonly value: readonly [rate: number, score: number] }

/** What is withdrawn, or has not both figures, is not drawn. */
const dotsOf = (rows: readonly PublicRow[]): readonly Dot[] =>
  rows.flatMap((row) => {
    const [rate, score] = [number(row.rate), number(row.score)]
    const name = `${row.year ?? ''} ${row.project ?? row.unit ?? ''}`
    return rate === null || score === null || row.retractedAt ? [] : [{ name, value: [rate, score] }]
  })

/** `rows`: as they were fetched, or the chart is built anew on every drawing of the page. One dot compares nothing: no chart. */
export function ScatterOfForms({ rows }: { readonly rows: readonly PublicRow[] }) {
  const own = usePublicationWords()
  const words = useProjectWords()
  const dots = useMemo(() => dotsOf(rows), [rows])
  const option = useCallback(
    (colour: (name: string) => string) => ({
      legend: { show: false },
      xAxis: {
        type: 'value',
        name: `${words.rate} %`,
        nameLocation: 'middle',
        nameGap: 24,
        scale: true,
        ...axisStyle(colour),
      },
      yAxis: { type: 'value', name: words.score, scale: true, ...axisStyle(colour) },
      grid: { left: 8, right: 16, top: 32, bottom: 8, outerBoundsMode: 'same' },
      series: [
        {
          type: 'scatter',
          symbolSize: 11,
          color: colour('link'),
          data: dots,
        },
      ],
    }),
    [dots, words],
  )
  if (dots.length < 2) return null
  return (
    <figure className="chart-card">
      <figcaption>{own.scatter}</figcaption>
      <p className="note">{own.scatterHint}</p>
      <Chart label={`${own.scatter}。${words.chartHint}`} option={option} />
    </figure>
  )
}
