// The only place for colours and type; the kit gets them as tokens, our own styles as CSS variables.
import { theme as kit, type ThemeConfig } from 'antd'
import type { Appearance } from './appearance.ts'

type Palette = Readonly<Record<keyof typeof light, string>>

/** Text colours reach 4.5:1 on every ground they stand on (held by the journeys). */
const light = {
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
  link: '#0b5c5a',
  error: '#b42318',
  'error-ground': '#fdecea',
  warning: '#8a5a00',
  'warning-ground': '#fff4d6',
  advice: '#1d4ed8',
  'advice-ground': '#eaf1ff',
  good: '#1a6b37',
  'good-ground': '#e6f4ea',
  found: '#ffe58f',
}

const dark: Palette = {
  ink: '#e6e8ea',
  muted: '#a3abb3',
  rule: '#3d444d',
  'sheet-rule': '#7d8590',
  ground: '#0f1214',
  paper: '#181c1f',
  label: '#22272b',
  hover: '#1f3231',
  brand: '#0b5c5a',
  'brand-hover': '#0f7572',
  'on-brand': '#ffffff',
  link: '#5fc4c0',
  error: '#ff8a80',
  'error-ground': '#43201d',
  warning: '#f2c14e',
  'warning-ground': '#3d3014',
  advice: '#8ab4f8',
  'advice-ground': '#1c2b45',
  good: '#7fd19b',
  'good-ground': '#173322',
  found: '#6b5900',
}

const palettes: Readonly<Record<Appearance, Palette>> = { light, dark }

/** Makes `var(--ink)` and the others known to the style sheets. */
export function defineColours(root: HTMLElement, appearance: Appearance): void {
  root.dataset.appearance = appearance
  root.style.colorScheme = appearance
  for (const [name, value] of Object.entries(palettes[appearance])) root.style.setProperty(`--${name}`, value)
}

export function themeOf(appearance: Appearance): ThemeConfig {
  const colours = palettes[appearance]
  return {
    algorithm: appearance === 'dark' ? kit.darkAlgorithm : kit.defaultAlgorithm,
    token: {
      colorPrimary: appearance === 'dark' ? '#17807c' : colours.brand,
      colorInfo: colours.advice,
      colorErrorBg: colours['error-ground'],
      colorWarningBg: colours['warning-ground'],
      colorInfoBg: colours['advice-ground'],
      colorSuccessBg: colours['good-ground'],
      colorSuccess: colours.good,
      colorLink: colours.link,
      colorError: colours.error,
      colorWarning: colours.warning,
      colorText: colours.ink,
      colorTextPlaceholder: colours.muted,
      colorTextDescription: colours.muted,
      colorTextTertiary: colours.muted,
      colorBgContainer: colours.paper,
      colorBgLayout: colours.ground,
      borderRadius: 4,
      fontFamily:
        "-apple-system, 'Segoe UI', 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', 'Noto Sans SC', 'WenQuanYi Micro Hei', sans-serif",
    },
    // the kit's own choice of the brand's shade is too dark to be read on dark ground
    components: {
      Tabs: {
        itemSelectedColor: colours.link,
        itemHoverColor: colours.link,
        itemActiveColor: colours.link,
        inkBarColor: colours.link,
      },
      // the kit takes the colour of advice
      Progress: { defaultColor: colours.link },
      Pagination: { itemActiveColor: colours.link, itemActiveColorHover: colours.link },
      Segmented: { itemSelectedBg: colours.brand, itemSelectedColor: colours['on-brand'] },
    },
  }
}
