// Opens the browser for a test.
import { ensureBrowser } from './find.mjs';

export const browserSwitches = [
  '--no-sandbox', // a container's root has none
  '--disable-gpu',
  '--disable-dev-shm-usage', // /dev/shm of a container is small
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Opens a page that can reach nothing but this computer. `close()` ends the browser. */
export async function openPage() {
  const { chromium } = await import('playwright-core');
  const browser = await chromium.launch({
    executablePath: await ensureBrowser(),
    headless: true,
    args: browserSwitches,
  });
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'en-US' });
  await context.route(
    (url) => /^(https?|wss?):$/.test(url.protocol) && !isLoopback(url.hostname),
    (route) => route.abort(),
  );
  return { page: await context.newPage(), close: () => browser.close() };
}

function isLoopback(host) {
  return host === '127.0.0.1' || host === 'localhost' || host.endsWith('.localhost');
}
