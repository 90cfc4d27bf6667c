// Real Chromium; every page is watched: what it says on the console, and whom it asks.
import { chromium } from "playwright-core";

const longestWaitMs = Number(process.env.NEEDLEBOOK_WAIT_MS ?? 6000); // more where much else runs
let browser = null;
let film = null;

// What the camera of the browser sees from its next start on: a Y4M file, played again and again. Nobody is asked.
export const showToCamera = (path) => void (film = path);
const camera = () =>
  film === null
    ? []
    : [
        "--use-fake-ui-for-media-stream",
        "--use-fake-device-for-media-stream",
        `--use-file-for-fake-video-capture=${film}`,
      ];

async function watchedPage({ width = 1280, height = 860, scheme = "light", ...others }, isOurs) {
  browser ??= await chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: camera(),
  });
  const viewport = { width, height };
  const context = await browser.newContext({ viewport, colorScheme: scheme, locale: "en-GB", ...others });
  const page = await context.newPage();
  page.setDefaultTimeout(longestWaitMs);
  const consoleMessages = [];
  const strangers = [];
  page.on("console", (message) => {
    if (!message.text().startsWith("Clear-Site-Data header"))
      consoleMessages.push(`${message.type()}: ${message.text()}`);
  });
  page.on("pageerror", (error) => consoleMessages.push(`error: ${error.message}`));
  page.on("dialog", (dialog) => {
    consoleMessages.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on("request", (request) => {
    if (!/^(data|blob):/.test(request.url()) && !isOurs(request.url())) strangers.push(request.url());
  });
  return { page, context, consoleMessages, strangers, close: () => context.close() };
}

export async function openPage(server, { letIn = true, ...options } = {}) {
  const opened = await watchedPage(options, (url) => new URL(url).origin === server.base);
  if (letIn) await opened.page.goto(await server.newAddress());
  return opened;
}

// A file, with the network off.
export async function openFile(path, options = {}) {
  const address = `file://${path}`;
  const opened = await watchedPage({ ...options, offline: true }, (url) => url === address);
  await opened.page.goto(address);
  return opened;
}

export async function closeBrowser() {
  await browser?.close();
  browser = null;
}

// Opens a page and waits until nothing is being read any more.
export async function visit(page, server, path) {
  await page.goto(server.base + path);
  await settled(page);
}

export async function settled(page) {
  await page.waitForLoadState("networkidle");
  await page.waitForFunction(() => document.querySelector(".waiting") === null);
}

// The focus moves by keys alone until it is on what matches; fails when it never gets there.
export async function tabTo(page, selector, most = 80) {
  for (let pressed = 0; pressed <= most; pressed++) {
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector)) return pressed;
    await page.keyboard.press("Tab");
  }
  throw new Error(`the Tab key does not reach ${selector}`);
}

// What the server says is in the book: the JSON under /api/v1.
export async function kept(page, path) {
  return page.evaluate(async (address) => (await fetch(`/api/v1${address}`)).json(), path);
}
