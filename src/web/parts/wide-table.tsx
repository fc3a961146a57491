import type { ReactNode } from 'react'

/** A table that may be wider than the window: it scrolls by itself, with the keyboard too. */
export const WideTable = ({ label, children }: { readonly label: string; readonly children: ReactNode }) => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard
  <section className="wide-table" aria-label={label} tabIndex={0}>
    {children}
  </section>
)
