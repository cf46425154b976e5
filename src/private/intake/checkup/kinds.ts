import type { XmlElement } from '../xml.ts';
import { clinicalNamespace, exchangeNamespaces, guidanceCategories, guidanceProgram } from './codes.ts';
import { attribute, find } from './tree.ts';

/** What an XML file of an exchange archive is; by content, names deviate in practice. */
export type DocumentKind = 'index' | 'summary' | 'claim' | 'checkup' | 'guidance' | 'other';

const exchangeRoots: Readonly<Record<string, DocumentKind>> = {
  index: 'index',
  summary: 'summary',
  checkupClaim: 'claim',
  healthGuidanceClaim: 'claim',
};

export function documentKind(root: XmlElement): DocumentKind {
  if (exchangeNamespaces.includes(root.namespace)) return exchangeRoots[root.name] ?? 'other';
  if (root.namespace !== clinicalNamespace || root.name !== 'ClinicalDocument') return 'other';
  const category = attribute(find(root, 'code'), 'code') ?? '';
  const program = attribute(find(root, 'documentationOf', 'serviceEvent', 'code'), 'code');
  return program === guidanceProgram || guidanceCategories.includes(category) ? 'guidance' : 'checkup';
}

/** What a file that cannot be parsed was meant to be: all that is left is its name and folder. */
export function kindByName(name: string): DocumentKind {
  const base = name.replace(/^.*[/\\]/, '').toLowerCase();
  if (base.startsWith('ix')) return 'index';
  if (base.startsWith('su')) return 'summary';
  if (/(^|[/\\])claims[/\\]/i.test(name)) return 'claim';
  if (/(^|[/\\])data[/\\]/i.test(name) || /^h\d/.test(base)) return 'checkup';
  return base.startsWith('g') ? 'guidance' : 'other';
}

/** Schemas and folders that travel with every archive and say nothing. */
export function isSchema(name: string): boolean {
  return /\.xsd$/i.test(name) || /(^|[/\\])xsd[/\\]/i.test(name);
}
