// Opens each page of a folder in Chromium and checks what only a browser can tell: see `run`.
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import puppeteer from 'puppeteer-core';

const [, , pages, shots, picture] = process.argv;
const require = createRequire(import.meta.url);
const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const files = readdirSync(pages).filter((name) => name.endsWith('.html')).sort();
const problems = [];
const problem = (file, mode, words) => problems.push(`${file} [${mode}]: ${words}`);

/** The ways in which readers see a page. */
const MODES = {
  light: [['prefers-color-scheme', 'light']],
  dark: [['prefers-color-scheme', 'dark']],
  'forced-light': [['forced-colors', 'active'], ['prefers-color-scheme', 'light']],
  'forced-dark': [['forced-colors', 'active'], ['prefers-color-scheme', 'dark']],
};
const WIDTHS = [320, 768, 1280];

const browser = await puppeteer.launch({
  executablePath: process.env.CHROMIUM,
  args: ['--no-sandbox', '--disable-gpu', '--force-color-profile=srgb'],
});

async function open(file, width, mode, height = 900) {
  const page = await browser.newPage();
  page.on('console', (message) => problem(file, mode, `console: ${message.text()}`));
  page.on('pageerror', (error) => problem(file, mode, `error: ${error}`));
  const address = `file://${path.resolve(pages, file)}`;
  page.on('request', (request) => {
    if (request.url() !== address) problem(file, mode, `it asks for ${request.url()}`);
  });
  await page.setViewport({ width, height });
  const session = await page.createCDPSession();
  const features = MODES[mode].map(([name, value]) => ({ name, value }));
  await session.send('Emulation.setEmulatedMedia', { features });
  await page.goto(address);
  return { page, session };
}

/** What is asked inside the page; it returns sentences. */
function look() {
  const found = [];
  const root = document.documentElement;
  if (root.scrollWidth > root.clientWidth) found.push(`it scrolls sideways: ${root.scrollWidth} px`);
  for (const element of document.querySelectorAll('[style], script, img, iframe, link')) {
    found.push(`unexpected ${element.outerHTML.slice(0, 80)}`);
  }
  const seen = new Set();
  for (const { id } of document.querySelectorAll('[id]')) {
    if (seen.has(id)) found.push(`the id ${id} is used twice`);
    seen.add(id);
  }
  for (const link of document.querySelectorAll('a[href]')) {
    const href = link.getAttribute('href');
    if (!href.startsWith('#') || !seen.has(href.slice(1))) found.push(`a link leads nowhere: ${href}`);
  }
  const channel = (part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
  const parse = (colour) => {
    const numbers = colour.match(/[\d.]+/g)?.map(Number);
    if (!numbers || (numbers.length > 3 && numbers[3] === 0) || colour === 'none') return null;
    const [red, green, blue] = numbers.map((number) => channel(number / 255));
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const contrast = (one, two) => (Math.max(one, two) + 0.05) / (Math.min(one, two) + 0.05);
  const canvas = document.createElement('canvas').getContext('2d');
  const exact = (colour) => {
    canvas.fillStyle = colour;
    const hex = canvas.fillStyle;
    return hex.startsWith('#')
      ? `rgb(${[1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16)).join(', ')})`
      : hex;
  };
  const ground = parse(exact(getComputedStyle(document.body).backgroundColor)) ?? 1;
  for (const drawing of document.querySelectorAll('svg')) {
    const name = drawing.querySelector('title')?.textContent ?? '';
    const at = `picture “${name.slice(0, 60)}”`;
    if (drawing.getAttribute('role') !== 'img') found.push(`${at} is not marked as one picture`);
    if (name.trim().length < 15) found.push(`${at} has no finding as its name`);
    if (!drawing.querySelector('desc')?.textContent.trim()) found.push(`${at} does not say how to read it`);
    if (!drawing.closest('figure')?.querySelector('table')) found.push(`${at} has no table`);
    const box = drawing.getBoundingClientRect();
    if (box.width !== 288) found.push(`${at} is scaled to ${box.width} px`);
    const texts = [];
    for (const text of drawing.querySelectorAll('text')) {
      const place = text.getBoundingClientRect();
      const words = text.textContent.slice(0, 40);
      if (parseFloat(getComputedStyle(text).fontSize) < 12) found.push(`${at}: “${words}” is too small`);
      if (place.left < box.left - 1 || place.right > box.right + 1 || place.top < box.top - 2 || place.bottom > box.bottom + 3) {
        found.push(`${at}: “${words}” is cut off`);
      }
      const colour = parse(exact(getComputedStyle(text).fill));
      if (contrast(colour, ground) < 4.5) found.push(`${at}: “${words}” is too faint`);
      for (const [other, its] of texts) {
        const apart = place.right <= its.left + 0.5 || place.left >= its.right - 0.5 || place.bottom <= its.top + 4 || place.top >= its.bottom - 4;
        if (!apart) found.push(`${at}: “${words}” lies over “${other}”`);
      }
      texts.push([words, place]);
    }
    for (const shape of drawing.querySelectorAll('rect, circle, polygon, line')) {
      if (/\b(ground|track|band|grid)\b/.test(shape.getAttribute('class') ?? '')) continue;
      const style = getComputedStyle(shape);
      const colours = [style.stroke, shape.tagName === 'line' ? 'none' : style.fill];
      const best = Math.max(...colours.filter((one) => one !== 'none').map((one) => contrast(parse(exact(one)) ?? ground, ground)));
      if (!(best >= 3)) found.push(`${at}: a ${shape.tagName}.${shape.getAttribute('class')} is too faint (${best.toFixed(2)})`);
    }
  }
  for (const table of document.querySelectorAll('table')) {
    const caption = table.querySelector('caption')?.textContent ?? '';
    if (!caption.trim()) found.push('a table has no caption');
    if (!table.tHead?.querySelector('th[scope=col]')) found.push(`table “${caption}” has no headings`);
    for (const row of table.tBodies[0]?.rows ?? []) {
      if (row.cells[0]?.tagName !== 'TH') found.push(`table “${caption}” has a row without a heading`);
      if ([...row.cells].some((cell) => !cell.textContent.trim())) found.push(`table “${caption}” has an empty cell`);
    }
  }
  const summaries = [...document.querySelectorAll('summary')].map((one) => one.textContent);
  if (new Set(summaries).size !== summaries.length) found.push('two folded lists open with the same words');
  if (document.querySelector('details details')) found.push('a folded list is inside another');
  return [...new Set(found)].slice(0, 20);
}

async function keyboard(file) {
  const { page } = await open(file, 1280, 'light');
  await page.keyboard.press('Tab');
  const first = await page.evaluate(() => document.activeElement.className);
  if (first !== 'skip') problem(file, 'keyboard', 'the skip link does not come first');
  await page.keyboard.press('Enter');
  const target = await page.evaluate(() => document.activeElement.id);
  if (target !== 'main') problem(file, 'keyboard', 'the skip link does not lead to the main content');
  const expected = await page.evaluate(() => {
    window.reached = new Set();
    return document.querySelectorAll('main a[href], main summary, main [tabindex="0"]').length;
  });
  for (let step = 0; step < Math.min(expected, 400); step += 1) {
    await page.keyboard.press('Tab');
    const seen = await page.evaluate(() => {
      const element = document.activeElement;
      window.reached.add(element);
      const place = element.getBoundingClientRect();
      const style = getComputedStyle(element);
      return {
        name: element.textContent.slice(0, 40),
        isVisible: place.bottom > 0 && place.top < innerHeight && place.width > 0,
        isMarked: style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2,
      };
    });
    if (!seen.isVisible) problem(file, 'keyboard', `the focus is out of sight at “${seen.name}”`);
    if (!seen.isMarked) problem(file, 'keyboard', `the focus is not marked at “${seen.name}”`);
  }
  const reached = await page.evaluate(() => window.reached.size);
  if (reached < Math.min(expected, 400)) problem(file, 'keyboard', `${reached} of ${expected} reached`);
  await page.close();
}

async function spacing(file) {
  for (const width of [320, 1280]) {
    const { page, session } = await open(file, width, 'light');
    await session.send('DOM.enable');
    await session.send('CSS.enable');
    const { frameTree } = await session.send('Page.getFrameTree');
    const { styleSheetId } = await session.send('CSS.createStyleSheet', { frameId: frameTree.frame.id });
    const text = '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; } p { margin-bottom: 2em !important; } svg * { letter-spacing: normal !important; word-spacing: normal !important; }';
    await session.send('CSS.setStyleSheetText', { styleSheetId, text });
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    if (wide > width) problem(file, 'text spacing', `it scrolls sideways at ${width}: ${wide} px`);
    await page.close();
  }
}

async function policy(file) {
  const { page } = await open(file, 1280, 'light');
  page.removeAllListeners('console');
  page.removeAllListeners('request');
  const ran = await page.evaluate(async () => {
    const script = document.createElement('script');
    script.textContent = 'window.injected = true';
    document.body.append(script);
    const image = document.createElement('img');
    const blocked = new Promise((done) => {
      addEventListener('securitypolicyviolation', () => done(true));
      setTimeout(() => done(false), 500);
    });
    image.src = 'data:image/gif;base64,R0lGODlhAQABAAAAACwAAAAAAQABAAA=';
    document.body.append(image);
    return { ran: window.injected === true, blocked: await blocked };
  });
  if (ran.ran || !ran.blocked) problem(file, 'policy', 'an injected script or image was not blocked');
  await page.close();
}

async function print(file) {
  const { page, session } = await open(file, 1280, 'dark');
  const name = path.join(shots, file.replace('.html', '.pdf'));
  const hidden = await page.evaluate(() => [...document.querySelectorAll('details li:last-child')].slice(0, 3).map((one) => one.textContent.trim().split(/\s+/).slice(0, 4).join(' ')));
  await page.pdf({ path: name, preferCSSPageSize: true, printBackground: true, timeout: 0 });
  const text = execFileSync('pdftotext', ['-layout', name, '-'], { maxBuffer: 1e9 }).toString();
  const flat = text.replace(/\s+/g, ' ');
  for (const words of hidden) {
    if (!flat.includes(words)) problem(file, 'print', `a folded list is not printed: “${words}”`);
  }
  const sheets = text.split('\f');
  const first = sheets[0] ?? '';
  if (!first.includes('To decide or to ask')) problem(file, 'print', 'the first side has nothing to decide');
  const longest = await page.evaluate(() => {
    const tables = [...document.querySelectorAll('table.records')].filter((one) => one.rows.length > 120);
    return tables.map((one) => one.tHead.rows[0].cells[1].textContent);
  });
  for (const heading of longest) {
    const on = sheets.filter((sheet) => sheet.includes(heading)).length;
    if (on < 2) problem(file, 'print', `the heading “${heading}” is not repeated`);
  }
  await session.send('Emulation.setEmulatedMedia', { media: 'print', features: [{ name: 'prefers-color-scheme', value: 'dark' }] });
  const colours = await page.evaluate(() => [getComputedStyle(document.body).backgroundColor, getComputedStyle(document.body).color]);
  if (colours[0] !== 'rgb(255, 255, 255)' || colours[1] !== 'rgb(11, 12, 12)') {
    problem(file, 'print', `readers of a dark screen print ${colours.join(' with ')}`);
  }
  await page.close();
}

for (const file of files) {
  const bytes = statSync(path.join(pages, file)).size;
  console.log(`${file}: ${Math.round(bytes / 1000)} kB`);
  for (const mode of Object.keys(MODES)) {
    for (const width of WIDTHS) {
      const { page } = await open(file, width, mode);
      for (const words of await page.evaluate(look)) problem(file, `${mode}, ${width} px`, words);
      if (width !== 768) {
        await page.evaluate(axe);
        const result = await page.evaluate(() => window.axe.run(document, { resultTypes: ['violations'] }));
        for (const { id, help, nodes } of result.violations) {
          problem(file, `${mode}, ${width} px`, `axe: ${id}: ${help}: ${nodes[0].html.slice(0, 120)} (${nodes.length})`);
        }
      }
      const name = path.join(shots, `${file.replace('.html', '')}-${width}-${mode}`);
      await page.screenshot({ path: `${name}.png` });
      const height = await page.evaluate(() => document.documentElement.scrollHeight);
      if (mode === 'light' || width === 1280) {
        await page.setViewport({ width, height: Math.min(height, 12000) });
        await page.screenshot({ path: `${name}-whole.png` });
      }
      await page.close();
    }
  }
  await keyboard(file);
  await spacing(file);
  await policy(file);
  await print(file);
}

if (picture) {
  const { page } = await open('croydon-2017.html', 900, 'light', 780);
  mkdirSync(path.dirname(picture), { recursive: true });
  await page.screenshot({ path: picture });
  const bytes = statSync(picture).size;
  if (bytes > 150_000) problem('croydon-2017.html', 'picture', `${bytes} bytes are too many`);
}
await browser.close();

const java = spawnSync('java', ['-version']);
if (java.status === 0) {
  const jar = require.resolve('vnu-jar/build/dist/vnu.jar');
  const checked = spawnSync('java', ['-Xss4m', '-jar', jar, '--format', 'text', ...files.map((file) => path.join(pages, file))], { maxBuffer: 1e9 });
  const lines = checked.stderr.toString().split('\n').filter((line) => /error|warning/.test(line) && !/No errors/.test(line));
  for (const line of lines.slice(0, 20)) problem('markup', 'vnu', line);
} else {
  console.log('skipped: the markup is not validated, because Java is not installed');
}

writeFileSync(path.join(shots, 'problems.txt'), problems.join('\n'));
const counted = new Set(problems);
for (const line of [...counted].slice(0, 60)) console.log(line);
console.log(`${files.length} pages, ${counted.size} problems; screenshots in ${shots}`);
process.exitCode = counted.size === 0 ? 0 : 1;
