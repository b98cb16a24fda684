import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import tailwindcss from '@tailwindcss/vite'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))
const entries = ['index.html', 'simulator.html'].map(here).filter((path) => existsSync(path))
const server = process.env.API_URL ?? 'http://127.0.0.1:8000'

export default defineConfig({
  root: here('.'),
  plugins: [react(), tailwindcss()],
  build: {
    outDir: here('dist'),
    emptyOutDir: true,
    // The first engines that know light-dark(), which both themes are written with.
    target: ['chrome123', 'edge123', 'firefox121', 'safari17.5'],
    rolldownOptions: { input: entries },
  },
  server: {
    proxy: Object.fromEntries(
      ['/api', '/webhooks', '/simulator/api', '/openapi.json'].map((path) => [path, { target: server }]),
    ),
  },
})
