import type { ReactElement } from 'react'
import { drawQr } from './qr/draw-qr.ts'

/** Light modules around it that a reader needs. */
const quiet = 4

/** A QR code, dark on white in both themes; nothing where the text is too long for one. */
export function QrCode({
  text,
  label,
}: {
  readonly text: string
  readonly label: string
}): ReactElement | null {
  const modules = drawQr(text)
  if (modules === null) return null
  const size = modules.length + 2 * quiet
  const path = modules
    .flatMap((row, y) => row.map((isDark, x) => (isDark ? `M${x + quiet} ${y + quiet}h1v1h-1z` : '')))
    .join('')
  return (
    <svg
      className="qr-code"
      viewBox={`0 0 ${size} ${size}`}
      role="img"
      aria-label={label}
      shapeRendering="crispEdges"
    >
      <path d={path} fill="#000" />
    </svg>
  )
}
