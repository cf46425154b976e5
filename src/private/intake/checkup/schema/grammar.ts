import { type Fits, fitsOf } from './values.ts';

/**
 * How an element may look, as data. `children` are in order: `name:Type` once, with `?` at most once, `+` at least once, `*` any
 * number, `{2}` at most two; `(a:A|b:B)` is one of several. Without `children` any are allowed only where `open` says so.
 */
export type Definition = {
  readonly children?: string;
  /** Attribute → kind of value (values.ts); a name with `!` must be there. */
  readonly attributes?: Readonly<Record<string, string>>;
  /** Kind of the characters inside; without it none but blanks. */
  readonly text?: string;
  /** Children, other attributes and characters are not looked at. */
  readonly open?: true;
  /** Type to go on with by the declared data type (`xsi:type` without its prefix). */
  readonly byDataType?: Readonly<Record<string, string>>;
};

/** The elements of one type of document. */
export type Grammar = {
  /** Name of the first element, and its type. */
  readonly element: string;
  readonly root: string;
  readonly types: Readonly<Record<string, Definition>>;
  /** Attributes any element may have. */
  readonly common: readonly string[];
};

/** One place in the order of children: a name, or one of several, with its type. */
export type Part = {
  readonly types: ReadonlyMap<string, string>;
  readonly least: number;
  readonly most: number;
};

/** A definition made ready for many elements. */
export type Shape = {
  readonly parts: readonly Part[];
  readonly attributes: readonly Attribute[];
  /** Names of the attributes. */
  readonly names: ReadonlySet<string>;
  readonly text: Fits;
};

type Attribute = {
  readonly name: string;
  readonly kind: string;
  readonly isRequired: boolean;
  readonly fits: Fits;
};

const shapes = new Map<Definition, Shape>();

/** @throws {Error} where the definition is not written as it should be */
export function shapeOf(definition: Definition): Shape {
  const known = shapes.get(definition);
  if (known) return known;
  const { children = '', attributes = {}, text } = definition;
  const shape = {
    parts: children
      .split(' ')
      .filter((word) => word !== '')
      .map(toPart),
    names: new Set(Object.keys(attributes).map((written) => written.replace('!', ''))),
    attributes: Object.entries(attributes).map(([written, kind]) => ({
      name: written.replace('!', ''),
      kind,
      isRequired: written.endsWith('!'),
      fits: fitsOf(kind),
    })),
    text: fitsOf(definition.open ? 'any' : (text ?? '=')),
  };
  shapes.set(definition, shape);
  return shape;
}

function toPart(word: string): Part {
  const match = /^\(?([\w:|]+?)\)?([?*+]|\{(\d+)\})?$/.exec(word);
  if (match === null) throw new Error(`not a part of a grammar: ${word}`);
  const [, names = '', sign = '', limit] = match;
  const types = new Map(
    names.split('|').map((pair) => {
      const [name = '', type = ''] = pair.split(':');
      return [name, type] as const;
    }),
  );
  const many = sign === '*' || sign === '+';
  return {
    types,
    least: sign === '' || sign === '+' ? 1 : 0,
    most: many ? Number.POSITIVE_INFINITY : Number(limit ?? 1),
  };
}
