// Keeps the shell on the device: scripts, style, texts and fonts of the program, and nothing that the server says of
// anybody. The server is asked first, so that a newer program shows itself at once; what is kept answers where it does
// not. The rest (the interface, downloads, ways in) goes past this worker.
/// <reference lib="webworker" />

declare const SHELL: readonly string[]; // files of the bundle (app/web/build.mjs)
declare const SHELL_VERSION: string; // another one as soon as a byte of them is

const worker = self as unknown as ServiceWorkerGlobalScope;
const prefix = "needlebook-shell-";
const kept = prefix + SHELL_VERSION;
const longestWaitMs = 4000;
const notThere = [502, 503, 504]; // of what stands before the server

// All of one version, or none of it.
async function keepShell(): Promise<void> {
  const cache = await caches.open(kept);
  await cache.addAll(SHELL.map((name) => new Request(`/${name}`, { cache: "no-cache" })));
  await worker.skipWaiting();
}

async function forgetOthers(): Promise<void> {
  const names = await caches.keys();
  await Promise.all(
    names.filter((name) => name.startsWith(prefix) && name !== kept).map((name) => caches.delete(name)),
  );
  await worker.clients.claim();
}

// The file of the shell that answers a request; null where none does.
function fileFor(request: Request): string | null {
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== worker.location.origin) return null;
  const steps = url.pathname.split("/").filter((step) => step !== "");
  const [first = ""] = steps;
  if (request.mode !== "navigate") return steps.length === 1 && SHELL.includes(first) ? `/${first}` : null;
  const isDownload = first === "p" && steps.length > 2;
  return isDownload || first === "api" || first === "start" ? null : "/index.html";
}

const later = (): Promise<never> =>
  new Promise((_, reject) => setTimeout(() => reject(new Error("no answer")), longestWaitMs));

async function answer(request: Request, file: string): Promise<Response> {
  try {
    const reply = await Promise.race([fetch(request), later()]);
    if (!notThere.includes(reply.status)) return reply;
  } catch {
    // what is kept answers
  }
  const cache = await caches.open(kept);
  return (await cache.match(file)) ?? Response.error();
}

// Past this worker from the start, where the browser can do that: the last words of a page that goes away would not
// outlive it else.
interface RoutedEvent {
  addRoutes?: (rules: { condition: { urlPattern: { pathname: string } }; source: "network" }[]) => Promise<void>;
}
const untouched = ["/api/*", "/p/*/*"];

async function install(event: ExtendableEvent & RoutedEvent): Promise<void> {
  await event.addRoutes?.(
    untouched.map((pathname) => ({ condition: { urlPattern: { pathname } }, source: "network" })),
  );
  await keepShell();
}

worker.addEventListener("install", (event) => event.waitUntil(install(event)));
worker.addEventListener("activate", (event) => event.waitUntil(forgetOthers()));
worker.addEventListener("fetch", (event) => {
  const file = fileFor(event.request);
  if (file !== null) event.respondWith(answer(event.request, file));
});
