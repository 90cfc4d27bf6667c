// The real server on a port of its own, and ways to end it: as asked, or without warning. `listen` are addresses of the
// network, `within` is the network namespace that it runs in.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { program } from "./book.mjs";

const longestStartMs = 15000;

export async function serve(book, { port = 0, asOf, listen = [], within } = {}) {
  const words = ["serve", "--book", book, "--port", String(port), ...(asOf ? ["--as-of", asOf] : [])];
  words.push(...listen.flatMap((address) => ["--listen", address]));
  const line = within ? ["ip", "netns", "exec", within, program, ...words] : [program, ...words];
  const child = spawn(line[0], line.slice(1), {
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, DISPLAY: "", WAYLAND_DISPLAY: "", BROWSER: "" },
  });
  let stderr = "";
  child.stderr.on("data", (text) => {
    stderr += text;
  });
  const lines = createInterface({ input: child.stdout });
  const nextAddress = () =>
    new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error(`the server printed no address: ${stderr}`)), longestStartMs);
      lines.once("line", (line) => {
        clearTimeout(timer);
        resolve(/http:\/\/\S+/.exec(line)?.[0]);
      });
      child.once("exit", (code) => reject(new Error(`the server ended with ${code}: ${stderr}`)));
    });
  const address = await nextAddress();
  // An address lets one browser in.
  const newAddress = () => {
    const next = nextAddress();
    child.kill("SIGUSR1");
    return next;
  };
  const base = new URL(address).origin;
  const end = async (signal) => {
    if (child.exitCode === null && child.signalCode === null) {
      child.kill(signal);
      await once(child, "exit");
    }
  };
  return {
    book,
    address,
    newAddress,
    base,
    stderr: () => stderr,
    port: Number(new URL(address).port),
    stop: () => end("SIGTERM"),
    kill: () => end("SIGKILL"),
  };
}
