import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

const SERVER = 'http://127.0.0.1:3000'

export default defineConfig({
  plugins: [react()],
  build: {
    // A source map would carry the paths of the machine that built it, and the sources are public anyway.
    sourcemap: false,
    // Every file goes through the server's policy (`script-src 'self'`), so nothing becomes a data: URL.
    assetsInlineLimit: 0,
  },
  server: {
    proxy: {
      '/api': SERVER,
      '/sync': { target: SERVER, ws: true },
    },
  },
})
