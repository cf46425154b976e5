import type { XmlElement } from '../../xml.ts';
import { documentKind } from '../kinds.ts';
import { hc08, hg08 } from './cda.ts';
import { cc08, gc08, ix08, su08 } from './exchange.ts';
import { type Grammar, type Part, type Shape, shapeOf } from './grammar.ts';

/** One departure from the schema: where, and what was expected there; never what stands there. */
export type SchemaFinding = {
  readonly line: number;
  /** Names of elements as the schema has them. */
  readonly path: string;
  /** Element, `@attribute: kind`, `text: kind`, or `nothing` where no further element may stand. */
  readonly expected: string;
};

const grammars = { ix08, su08, cc08, gc08, hc08, hg08 } as const satisfies Record<string, Grammar>;

/** 交換用基本情報, 集計情報, 決済情報 of checkups and of guidance, 健診結果, 保健指導結果 */
export type SchemaType = keyof typeof grammars;

/** Whether a document follows the structure of its schema (V08): elements in order, how often, attributes and their patterns. */
export function validateDocument(
  document: XmlElement,
  type: SchemaType | undefined = schemaTypeOf(document),
): SchemaFinding[] {
  const findings: SchemaFinding[] = [];
  if (type === undefined)
    return [{ line: document.line, path: '/', expected: 'a document of the V08 schemas' }];
  const grammar: Grammar = grammars[type];
  const path = `/${grammar.element}`;
  if (document.name !== grammar.element)
    return [{ line: document.line, path: '/', expected: grammar.element }];
  check(document, grammar.root, path, grammar, findings);
  return findings;
}

/** By root element and namespace; undefined for anything else. */
export function schemaTypeOf(document: XmlElement): SchemaType | undefined {
  const kind = documentKind(document);
  if (kind === 'claim') return document.name === 'checkupClaim' ? 'cc08' : 'gc08';
  const types = { index: 'ix08', summary: 'su08', checkup: 'hc08', guidance: 'hg08' } as const;
  return kind === 'other' ? undefined : types[kind];
}

function check(
  element: XmlElement,
  type: string,
  path: string,
  grammar: Grammar,
  findings: SchemaFinding[],
): void {
  const definition = grammar.types[type];
  if (definition === undefined) throw new Error(`no type of the grammar: ${type}`);
  const shape = shapeOf(definition);
  const { line } = element;
  const fault = (expected: string) => findings.push({ line, path, expected });
  checkAttributes(element, shape, definition.open ? undefined : grammar.common, fault);
  if (!shape.text(element.text.trim())) fault(`text: ${definition.text ?? 'none'}`);
  const dataType = element.attributes['xsi:type']?.replace(/^.*:/, '');
  const further = definition.byDataType?.[dataType ?? ''];
  if (further !== undefined) check(element, further, path, grammar, findings);
  if (definition.open) return;
  checkChildren(element, shape.parts, path, grammar, findings);
}

/** @param common further attributes that may stand there; undefined where any may */
function checkAttributes(
  element: XmlElement,
  { attributes, names }: Shape,
  common: readonly string[] | undefined,
  fault: (expected: string) => void,
): void {
  const given = element.attributes;
  for (const { name, kind, isRequired, fits } of attributes) {
    const value = given[name];
    if (value === undefined ? isRequired && given['nullFlavor'] === undefined : !fits(value))
      fault(`@${name}: ${kind}`);
  }
  if (common === undefined) return;
  for (const name in given) {
    if (names.has(name) || common.includes(name) || name.startsWith('xsi:')) continue;
    fault('no other attribute');
    return;
  }
}

/** The order of a schema is never ambiguous: each part takes what it can, the next one goes on from there. */
function checkChildren(
  parent: XmlElement,
  parts: readonly Part[],
  path: string,
  grammar: Grammar,
  findings: SchemaFinding[],
): void {
  const children = parent.children;
  let at = 0;
  for (const { types, least, most } of parts) {
    let count = 0;
    while (count < most) {
      const child = children[at];
      const type = child && child.namespace === parent.namespace ? types.get(child.name) : undefined;
      if (child === undefined || type === undefined) break;
      check(child, type, `${path}/${child.name}`, grammar, findings);
      count++;
      at++;
    }
    if (count >= least) continue;
    findings.push({
      line: (children[at] ?? parent).line,
      path,
      expected: [...types.keys()].join(' | '),
    });
  }
  const rest = children[at];
  if (rest) findings.push({ line: rest.line, path, expected: 'nothing' });
}
