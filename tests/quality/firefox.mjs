// A reader's walk in Firefox, as JSON: node firefox.mjs FIREFOX HOME
import puppeteer from "puppeteer-core";

const [executablePath, home] = process.argv.slice(2);
const browser = await puppeteer.launch({ browser: "firefox", executablePath, headless: true });
const page = await browser.newPage();
const faults = [];
page.on("pageerror", (error) => faults.push(String(error)));
page.on("console", (said) => said.type() === "error" && faults.push(said.text()));

const text = (selector) => page.$eval(selector, (element) => element.textContent.trim());
const wide = () => page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
const seen = { wide: [] };
const look = async (name) => {
  seen[name] = await text("h1");
  if (await wide()) seen.wide.push(name);
};

await page.setViewport({ width: 390, height: 800 });
await page.goto(home);
await look("home");
await page.type("[role=search] input[name=q]", "通知");
await Promise.all([page.waitForNavigation(), page.keyboard.press("Enter")]);
await look("search");
seen.marked = await text("main mark");
await page.goto(home);
await Promise.all([page.waitForNavigation(), page.click(".contents a")]);
await look("entry");
const following = await page.$("a[rel=next]");
if (following) {
  await Promise.all([page.waitForNavigation(), page.keyboard.press("ArrowRight")]);
  await look("following");
}
await browser.close();
console.log(JSON.stringify({ ...seen, faults }));
