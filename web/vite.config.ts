import react from '@vitejs/plugin-react';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const product = 'http://127.0.0.1:3000';

/** `npm run web:build` writes `web/dist`; `npx vite web` serves the sources and asks `npm start` for the rest. */
export default defineConfig({
  plugins: [react()],
  build: {
    // Read by the test of the first view’s size.
    manifest: true,
    // The console, and the page of the API’s description.
    rolldownOptions: {
      input: ['index.html', 'docs.html'].map((name) => fileURLToPath(new URL(name, import.meta.url))),
    },
    // Browsers of the last three years: bureaus with UOS or Kylin have Chromium 108 or newer.
    target: 'es2022',
    chunkSizeWarningLimit: 700,
  },
  server: {
    proxy: Object.fromEntries(
      ['/v1', '/local', '/health', '/ready', '/config.json'].map((path) => [
        path,
        // The product answers only its own origin.
        { target: product, changeOrigin: true, headers: { origin: product } },
      ]),
    ),
  },
});
