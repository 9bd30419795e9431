import { createTheme } from '@mantine/core'

/** The report's colours (`packages/cli/src/render/html/report.css`): the same thing looks the same everywhere. */
export const theme = createTheme({
  primaryColor: 'accent',
  // White text on it reads in both themes; text in the accent is `--accent`, which differs.
  primaryShade: 6,
  colors: {
    accent: [
      '#eef4fd',
      '#dce8fa',
      '#b9d1f5',
      '#9cc1ff',
      '#85b4ff',
      '#4d8be0',
      '#1d5fbf',
      '#184f9f',
      '#133f80',
      '#0e2f60',
    ],
    red: [
      '#fdf0ed',
      '#fce6e1',
      '#f5c4ba',
      '#eda08f',
      '#ff957d',
      '#cf4a33',
      '#b02a14',
      '#952311',
      '#7a1d0e',
      '#5f160b',
    ],
  },
  fontFamily: 'system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", sans-serif',
  fontFamilyMonospace: 'ui-monospace, "SF Mono", Menlo, Consolas, monospace',
  fontSizes: { xs: '0.75rem', sm: '0.875rem', md: '0.9375rem', lg: '1.125rem', xl: '1.375rem' },
  spacing: { xs: '0.5rem', sm: '0.75rem', md: '1rem', lg: '1.5rem', xl: '2rem' },
  defaultRadius: 'sm',
  radius: { sm: '0.25rem' },
  respectReducedMotion: true,
  cursorType: 'pointer',
  headings: {
    fontWeight: '650',
    sizes: {
      h1: { fontSize: '1.5rem', lineHeight: '1.25' },
      h2: { fontSize: '1.125rem', lineHeight: '1.35' },
      h3: { fontSize: '1rem', lineHeight: '1.4' },
    },
  },
  components: {
    Button: { defaultProps: { size: 'sm' } },
    TextInput: { defaultProps: { size: 'sm' } },
    Tooltip: { defaultProps: { withArrow: true, events: { hover: true, focus: true, touch: true } } },
    Modal: { defaultProps: { centered: true } },
  },
})
