// Scores of pages on Lighthouse's phone profile, as JSON: node lighthouse.mjs CHROMIUM ADDRESS…
import lighthouse from "lighthouse";
import puppeteer from "puppeteer-core";

const [executablePath, ...addresses] = process.argv.slice(2);
const args = ["--no-sandbox", "--disable-gpu", "--disable-quic"];
const browser = await puppeteer.launch({ executablePath, args, headless: true });
const port = Number(new URL(browser.wsEndpoint()).port);

const seen = {};
for (const address of addresses) {
  const { lhr } = await lighthouse(address, { port, output: "json", logLevel: "error" });
  const failing = Object.values(lhr.audits).filter((audit) => audit.score !== null && audit.score < 0.9);
  seen[address] = {
    scores: Object.fromEntries(Object.values(lhr.categories).map(({ id, score }) => [id, score])),
    firstContentfulPaint: lhr.audits["first-contentful-paint"].numericValue,
    layoutShift: lhr.audits["cumulative-layout-shift"].numericValue,
    bytes: lhr.audits["total-byte-weight"].numericValue,
    failing: failing.map(({ id, displayValue }) => `${id} ${displayValue ?? ""}`.trim()),
  };
}
await browser.close();
console.log(JSON.stringify(seen));
