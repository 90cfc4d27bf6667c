// Debian's Firefox, by WebDriver BiDi.
import puppeteer from "puppeteer-core";

export const launchFirefox = () =>
  puppeteer.launch({
    browser: "firefox",
    executablePath: process.env.FIREFOX ?? "/usr/bin/firefox-esr",
    headless: true,
    defaultViewport: { width: 1280, height: 860 },
  });
