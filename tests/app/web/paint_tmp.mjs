import { chromium } from "playwright-core";
const url = process.argv[2];
const b = await chromium.launch({ executablePath: "/usr/bin/chromium", chromiumSandbox: false });
const p = await (await b.newContext({ viewport: { width: 1280, height: 900 } })).newPage();
await p.goto(url); await p.waitForTimeout(800);
const times = [], charts = [];
for (let i = 0; i < 12; i++) {
  await p.goto(new URL("/patients", url).href); await p.waitForTimeout(1500); console.log(p.url(), (await p.content()).slice(0,1500)); await p.waitForSelector(`a[href^="/patients/P-"]`,{timeout:5000});
  await p.waitForTimeout(300);
  const r = await p.evaluate((i) => new Promise((done) => {
    const links = [...document.querySelectorAll('a[href^="/patients/P-"]')];
    const link = links[(i * 3) % links.length];
    let answer = 0; const t0 = performance.now();
    const see = () => { 
      if (!answer && [...document.querySelectorAll("h2")].some(h => h.textContent.includes("working")) && document.querySelector("table.verdicts")) answer = performance.now() - t0;
      if (answer && document.querySelector(".chart-picture")) { requestAnimationFrame(() => requestAnimationFrame(() => done([answer, performance.now() - t0]))); observer.disconnect(); } };
    const observer = new MutationObserver(see); observer.observe(document.body, { childList: true, subtree: true });
    link.click();
  }), i);
  times.push(r[0]); charts.push(r[1]);
}
const med = (v) => v.sort((a, b) => a - b)[Math.floor(v.length / 2)];
console.log("answer: median", med(times).toFixed(0), "ms, worst", Math.max(...times).toFixed(0), "; chart painted: median", med(charts).toFixed(0), "worst", Math.max(...charts).toFixed(0));
await b.close();
