import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

/** `ASSAY_HUB`: address of a running hub that `vite` (the development server) sends `/api` to. */
const hub = process.env['ASSAY_HUB'] ?? 'http://127.0.0.1:7777'

export default defineConfig({
  plugins: [react()],
  build: {
    // The policy allows no `data:` address, so nothing is inlined.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 700,
  },
  server: { proxy: { '/api': { target: hub, changeOrigin: false } } },
})
