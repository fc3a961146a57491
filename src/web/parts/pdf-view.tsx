// One page of a PDF as wide as the panel, the chosen cell framed; it can be enlarged.
import { ZoomInOutlined, ZoomOutOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { useEffect, useRef, useState } from 'react'
import type { Source } from '../../kernel/form/form.ts'
import { useFormWords } from '../words/form.ts'
import { openPdf } from './pdf-document.ts'
import type { SourceFile } from './source-file.ts'

type Box = NonNullable<Source['box']>
type Props = {
  readonly file: SourceFile
  /** Of the page, from 1. */
  readonly number: number
  readonly box: Box
  readonly onFail: () => void
}

/** Times the width of the panel. */
const zooms = [1, 1.5, 2, 3, 4] as const
/** More pixels than this some browsers do not draw. */
const largestCanvas = 16_000_000

export function PdfView({ file, number, box, onFail }: Props) {
  const words = useFormWords()
  const frame = useRef<HTMLDivElement>(null)
  const canvas = useRef<HTMLCanvasElement>(null)
  const [zoom, setZoom] = useState(0)
  const width = useWidth(frame) * (zooms[zoom] ?? 1)
  const page = usePage(file, number, onFail)
  const drawn = useDrawing(canvas, page, width, onFail)
  const { width: pageWidth, height: pageHeight } = page?.getViewport({ scale: 1 }) ?? { width: 1, height: 1.4 }
  const scale = width / pageWidth
  useEffect(() => {
    const view = frame.current
    if (!view || !page) return
    // Only the frame scrolls: scrollIntoView would move the panel around it too.
    view.scrollTop = (box.y + box.height / 2) * scale - view.clientHeight / 2
    view.scrollLeft = (box.x + box.width / 2) * scale - view.clientWidth / 2
  }, [page, box, scale])
  return (
    <figure className="pdf-view" aria-label={words.pageOf(number)} aria-busy={!drawn}>
      <figcaption className="pdf-head">
        <span className="source-place">{words.page(number)}</span>
        <Button
          size="small"
          icon={<ZoomOutOutlined />}
          aria-label={words.smaller}
          disabled={zoom === 0}
          onClick={() => setZoom(zoom - 1)}
        />
        <Button
          size="small"
          icon={<ZoomInOutlined />}
          aria-label={words.larger}
          disabled={zoom === zooms.length - 1}
          onClick={() => setZoom(zoom + 1)}
        />
      </figcaption>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard must reach it */}
      <section className="pdf-frame" ref={frame} tabIndex={0} aria-label={words.sourcePage}>
        <div className="pdf-page" style={{ width, height: pageHeight * scale }}>
          <canvas ref={canvas} className="pdf-canvas" />
          {page && <div className="pdf-box" style={placed(box, scale)} />}
        </div>
      </section>
    </figure>
  )
}

const placed = ({ x, y, width, height }: Box, scale: number) => ({
  left: x * scale,
  top: y * scale,
  width: width * scale,
  height: height * scale,
})

/** Inner width of the frame in CSS pixels; 0 until it is known. */
function useWidth(frame: React.RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(0)
  useEffect(() => {
    const element = frame.current
    if (!element) return
    const observer = new ResizeObserver(() => setWidth(element.clientWidth))
    observer.observe(element)
    return () => observer.disconnect()
  }, [frame])
  return width
}

function usePage(file: SourceFile, number: number, onFail: () => void): PDFPageProxy | null {
  const [page, setPage] = useState<PDFPageProxy | null>(null)
  const fail = useLatest(onFail)
  useEffect(() => {
    let wanted = true
    setPage(null)
    openPdf(file)
      .then((pdf) => pdf.getPage(number))
      .then(
        (found) => wanted && setPage(found),
        () => wanted && fail.current(),
      )
    return () => {
      wanted = false
    }
  }, [file, number, fail])
  return page
}

/** True when the page stands on the canvas in this width. */
function useDrawing(
  canvas: React.RefObject<HTMLCanvasElement | null>,
  page: PDFPageProxy | null,
  width: number,
  onFail: () => void,
): boolean {
  const [drawn, setDrawn] = useState<{ page: PDFPageProxy; width: number } | null>(null)
  const fail = useLatest(onFail)
  useEffect(() => {
    const element = canvas.current
    if (!element || !page || width === 0) return
    const size = page.getViewport({ scale: 1 })
    const sharp = (width * window.devicePixelRatio) / size.width
    const scale = Math.min(sharp, Math.sqrt(largestCanvas / (size.width * size.height)))
    const viewport = page.getViewport({ scale })
    element.width = Math.floor(viewport.width)
    element.height = Math.floor(viewport.height)
    const task = page.render({ canvas: element, viewport })
    task.promise.then(
      () => setDrawn({ page, width }),
      (error: unknown) => {
        if (!(error instanceof Error && error.name === 'RenderingCancelledException')) fail.current()
      },
    )
    return () => task.cancel()
  }, [canvas, page, width, fail])
  return drawn !== null && drawn.page === page && drawn.width === width
}

/** A callback that may change without doing the work again. */
function useLatest<T>(value: T): React.RefObject<T> {
  const latest = useRef(value)
  useEffect(() => {
    latest.current = value
  })
  return latest
}
