import type { ThemeConfig } from 'antd'

/** One place for colours of the kit; the sheet's own are in style.css. */
export const theme: ThemeConfig = {
  token: {
    colorPrimary: '#0b5c5a',
    colorLink: '#0b5c5a',
    colorError: '#b42318',
    colorWarning: '#8a5a00',
    borderRadius: 4,
    fontFamily:
      "-apple-system, 'Segoe UI', 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', 'Noto Sans SC', 'WenQuanYi Micro Hei', sans-serif",
  },
}
