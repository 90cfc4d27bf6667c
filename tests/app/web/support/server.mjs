// The real server on a port of its own, and ways to end it: as asked, or without warning.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { program } from "./book.mjs";

const longest_start_ms = 15000;

export async function serve(book, { port = 0, as_of } = {}) {
  const words = ["serve", "--book", book, "--port", String(port), ...(as_of ? ["--as-of", as_of] : [])];
  const child = spawn(program, words, { stdio: ["ignore", "pipe", "pipe"], env: { ...process.env, DISPLAY: "", WAYLAND_DISPLAY: "", BROWSER: "" } });
  let said = "";
  child.stderr.on("data", (text) => { said += text; });
  const lines = createInterface({ input: child.stdout });
  const next_address = () => new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`the server told no address: ${said}`)), longest_start_ms);
    lines.once("line", (line) => {
      clearTimeout(timer);
      resolve(/http:\/\/\S+/.exec(line)?.[0]);
    });
    child.once("exit", (code) => reject(new Error(`the server ended with ${code}: ${said}`)));
  });
  const address = await next_address();
  // An address lets one browser in.
  const new_address = () => {
    const told = next_address();
    child.kill("SIGUSR1");
    return told;
  };
  const base = new URL(address).origin;
  const end = async (signal) => {
    if (child.exitCode === null && child.signalCode === null) {
      child.kill(signal);
      await once(child, "exit");
    }
  };
  return { address, new_address, base, said: () => said, port: Number(new URL(address).port), stop: () => end("SIGTERM"), kill: () => end("SIGKILL") };
}
