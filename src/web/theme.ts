// The only place for colours and type; the kit gets them as tokens, our own styles as CSS variables.
import type { ThemeConfig } from 'antd'

/** Text colours reach 4.5:1 on every ground they stand on (held by the journeys). */
const colours = {
  ink: '#1f2328',
  muted: '#59636e',
  rule: '#c9d1d9',
  'sheet-rule': '#6b7280',
  ground: '#f5f6f7',
  paper: '#ffffff',
  label: '#f3f5f6',
  hover: '#eef6f6',
  brand: '#0b5c5a',
  'brand-hover': '#08494a',
  'on-brand': '#ffffff',
  error: '#b42318',
  'error-ground': '#fdecea',
  warning: '#8a5a00',
  'warning-ground': '#fff4d6',
  advice: '#1d4ed8',
  'advice-ground': '#eaf1ff',
  found: '#ffe58f',
}

/** Makes `var(--ink)` and the others known to the style sheets. */
export function defineColours(root: HTMLElement): void {
  for (const [name, value] of Object.entries(colours)) root.style.setProperty(`--${name}`, value)
}

export const theme: ThemeConfig = {
  token: {
    colorPrimary: colours.brand,
    colorLink: colours.brand,
    colorError: colours.error,
    colorWarning: colours.warning,
    colorText: colours.ink,
    colorTextPlaceholder: colours.muted,
    colorTextDescription: colours.muted,
    borderRadius: 4,
    fontFamily:
      "-apple-system, 'Segoe UI', 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', 'Noto Sans SC', 'WenQuanYi Micro Hei', sans-serif",
  },
}
