// A chart beside its table: a picture for those who see it, named for those who do not.
import type { EChartsCoreOption } from 'echarts/core'
import { useEffect, useRef } from 'react'
import { useAppearance } from '../appearance.ts'

type Props = {
  /** What it shows, in words. */
  readonly label: string
  /** Made with the colours of the page: by the name of a CSS variable. */
  readonly option: (colour: (name: string) => string) => EChartsCoreOption
}

export function Chart({ label, option }: Props) {
  const place = useRef<HTMLDivElement>(null)
  const appearance = useAppearance()
  // biome-ignore lint/correctness/useExhaustiveDependencies: colours are read anew when the appearance changes
  useEffect(() => {
    const element = place.current
    if (!element) return
    const style = getComputedStyle(document.documentElement)
    const colour = (name: string) => style.getPropertyValue(`--${name}`).trim()
    let stop = () => {}
    let gone = false
    void import('./echarts.ts').then(({ init }) => {
      if (gone) return
      const chart = init(element, null, { renderer: 'svg' })
      chart.setOption({ ...common(colour), ...option(colour) })
      const resizing = new ResizeObserver(() => chart.resize())
      resizing.observe(element)
      stop = () => {
        resizing.disconnect()
        chart.dispose()
      }
    })
    return () => {
      gone = true
      stop()
    }
  }, [option, appearance])
  return <div ref={place} className="chart" role="img" aria-label={label} />
}

const common = (colour: (name: string) => string): EChartsCoreOption => ({
  animation: false,
  textStyle: { color: colour('ink'), fontFamily: getComputedStyle(document.body).fontFamily },
  legend: { top: 0, itemGap: 24, textStyle: { color: colour('ink') } },
  tooltip: {
    trigger: 'item',
    confine: true,
    backgroundColor: colour('paper'),
    borderColor: colour('rule'),
    textStyle: { color: colour('ink') },
  },
  grid: { left: 8, right: 16, top: 40, bottom: 8, outerBoundsMode: 'same' },
})

/** Lines and words of an axis in the page's colours. */
export const axisStyle = (colour: (name: string) => string) => ({
  axisLine: { lineStyle: { color: colour('rule') } },
  axisLabel: { color: colour('muted') },
  nameTextStyle: { color: colour('muted') },
  splitLine: { lineStyle: { color: colour('rule') } },
})
