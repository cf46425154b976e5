/** Fixes what a test must not take from the machine: time zone and language. */
export default function setup(): void {
  process.env['TZ'] = 'Asia/Tokyo';
  process.env['LANG'] = 'ja_JP.UTF-8';
}
