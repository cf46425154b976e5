import { fileURLToPath } from 'node:url';

/**
 * Fixes what a test must not take from the machine: time zone and language. Programs the tests start share their compiled
 * code, so that each starts in a third of the time.
 */
export default function setup(): void {
  process.env['TZ'] = 'Asia/Tokyo';
  process.env['LANG'] = 'ja_JP.UTF-8';
  process.env['NODE_COMPILE_CACHE'] = fileURLToPath(new URL('.cache/code/', import.meta.url));
}
