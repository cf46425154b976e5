import type { Page } from 'playwright-core';

/** Opens an address and waits for its fonts, without which neither widths nor contrast can be judged. */
export async function open(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await page.evaluate(`(async () => {
    const faces = ['400', '700'].flatMap((weight) =>
      ['BIZ UDPGothic', 'KL Num'].map((family) => weight + ' 16px "' + family + '"'));
    await Promise.all(faces.map((face) => document.fonts.load(face, 'あ1')));
    await document.fonts.ready;
  })()`);
}

/** Brings every chart into view and waits until the interactive layer has taken it over. */
export async function enliven(page: Page): Promise<void> {
  for (const drawings of await page.locator('.drawings[data-chart]').all())
    await drawings.scrollIntoViewIfNeeded();
  const still = page.locator('.drawings[data-chart]:not(.is-live)');
  while ((await still.count()) > 0) await still.first().waitFor({ state: 'detached', timeout: 30_000 });
  await page.evaluate('window.scrollTo(0, 0)');
}

/** Width of the content: more than the window means a horizontal scroll bar. */
export function contentWidth(page: Page): Promise<number> {
  return page.evaluate<number>('document.documentElement.scrollWidth');
}

export function focused(page: Page, property: 'id' | 'textContent'): Promise<string> {
  return page.evaluate<string>(`String(document.activeElement?.${property})`);
}

/** Makes the heading too pale to read. */
export async function plantContrastFault(page: Page): Promise<void> {
  await page.evaluate(`document.querySelector('h1').style.color = '#ddd'`);
}

/** Visible texts smaller than 14 px, with their size. */
export function smallTexts(page: Page): Promise<readonly string[]> {
  return page.evaluate<string[]>(`(() => {
    const found = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const parent = node.parentElement;
      if (!node.textContent.trim() || !parent.checkVisibility()) continue;
      const size = Number.parseFloat(getComputedStyle(parent).fontSize);
      if (size < 14) found.push(size + ' ' + node.textContent.trim().slice(0, 20));
    }
    return found;
  })()`);
}

/** Texts of drawn charts that stick out of their drawing: they are cut. */
export function cutTexts(page: Page): Promise<readonly string[]> {
  return page.evaluate<readonly string[]>(`[...document.querySelectorAll('svg.chart')].flatMap((svg) => {
    const box = svg.getBoundingClientRect();
    if (box.width === 0) return [];
    return [...svg.querySelectorAll('text')]
      .filter((text) => text.textContent !== '')
      .filter((text) => {
        const { left, right } = text.getBoundingClientRect();
        return left < box.left - 1 || right > box.right + 1;
      })
      .map((text) => text.textContent);
  })`);
}
