/**
 * The import rule of docs/architecture.md: which zone may import which. A breach is described as
 * `file → specifier: reason`.
 */
const zones = ['shared', 'office', 'private', 'gate', 'release', 'public', 'print'] as const;
type Zone = (typeof zones)[number] | 'commands' | 'serve' | 'cli' | 'content' | 'sample-data';

const allowed: Record<Zone, readonly RegExp[]> = {
  shared: [/^shared\//],
  release: [/^shared\//, /^release\//],
  print: [/^shared\//, /^print\//],
  office: [/^shared\//, /^office\//],
  private: [/^shared\//, /^print\//, /^office\//, /^private\//, /^pipelines\/sources\//],
  gate: [/^shared\//, /^release\//, /^gate\//, /^private\/warehouse\.ts$/],
  public: [/^shared\//, /^release\//, /^print\//, /^office\/(accounts|audit)\//, /^public\//],
  serve: [/^shared\//, /^release\//, /^public\//, /^office\/(accounts|audit)\//],
  commands: [/^(shared|release|print|office|private|gate|public|commands|sample-data)\//],
  cli: [/^shared\//, /^commands\/table\.ts$/],
  content: [/^shared\/define\.ts$/, /^(pipelines|dashboards)\//],
  'sample-data': [/^shared\//, /^sample-data\//],
};

const driver = /^@duckdb\//;
const driverSite = 'src/private/warehouse.ts';

/** Breaches of the rule in a set of files (`path from the root → text`). */
export function importBreaches(files: ReadonlyMap<string, string>): string[] {
  const breaches: string[] = [];
  for (const [path, text] of files) {
    const zone = zoneOf(path);
    for (const specifier of importsOf(text)) {
      const reason = breach(path, zone, specifier);
      if (reason) breaches.push(`${path} → ${specifier}: ${reason}`);
    }
  }
  return breaches;
}

function breach(path: string, zone: Zone, specifier: string): string | undefined {
  if (driver.test(specifier))
    return path === driverSite ? undefined : 'only warehouse.ts may import the engine';
  if (specifier.startsWith('#')) {
    const target = specifier.slice(1);
    return allowed[zone].some((rule) => rule.test(target)) ? undefined : `${zone} may not import it`;
  }
  if (!specifier.startsWith('.')) return undefined;
  const target = resolvePath(path, specifier);
  if (zoneOf(target) === zone && zone !== 'content') return undefined;
  const short = target.replace(/^src\//, '');
  if (
    allowed[zone].some((rule) => rule.test(short)) &&
    (zone === 'cli' || zone === 'content' || zone === 'commands')
  )
    return undefined;
  return 'zones are imported by their # name and only where the table allows it';
}

/** Zone of a file, by its path from the root. */
function zoneOf(path: string): Zone {
  if (path === 'src/cli.ts') return 'cli';
  if (path === 'src/commands/serve.ts') return 'serve';
  const [first, second] = path.split('/');
  if (first === 'pipelines' || first === 'dashboards') return 'content';
  if (first === 'sample-data') return 'sample-data';
  if (first === 'src' && second === 'commands') return 'commands';
  const zone = zones.find((name) => first === 'src' && name === second);
  if (!zone) throw new Error(`${path} stands in no zone`);
  return zone;
}

/** Specifiers of static imports, re-exports and dynamic imports with a literal. */
export function importsOf(text: string): string[] {
  const pattern = /(?:\bfrom\s*|\bimport\s*\(\s*|^\s*import\s+)(['"])([^'"]+)\1/gm;
  return [...text.matchAll(pattern)].map((match) => match[2]!);
}

function resolvePath(from: string, specifier: string): string {
  const parts = from.split('/').slice(0, -1);
  for (const part of specifier.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.') parts.push(part);
  }
  return parts.join('/');
}
