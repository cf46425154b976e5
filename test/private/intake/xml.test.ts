import { expect, test } from 'vitest';
import { isFault, parseXml, type XmlElement, xmlLimits } from '#private/intake/xml.ts';
import { UserError } from '#shared/errors.ts';

function parsed(text: string): XmlElement {
  const result = parseXml(Buffer.from(text));
  if (isFault(result)) throw new Error(`fault ${result.fault}`);
  return result;
}

test('gives names, namespaces, attributes, text and lines', () => {
  const root = parsed('﻿<a xmlns="u" x="1">\n  <b y="&lt;2"/>t<![CDATA[<c>]]><!-- n -->&#x3042;</a>');
  expect(root).toMatchObject({ name: 'a', namespace: 'u', line: 1 });
  expect(root.attributes['x']).toBe('1');
  expect(root.text.trim()).toBe('t<c>あ');
  expect(root.children).toHaveLength(1);
  expect(root.children[0]).toMatchObject({ name: 'b', namespace: 'u', line: 2 });
  expect(root.children[0]?.attributes['y']).toBe('<2');
});

test('resolves prefixes: only plain attributes and those of XML Schema are kept', () => {
  const root = parsed(
    '<p:a xmlns:p="u" xmlns:q="v" xmlns:s="http://www.w3.org/2001/XMLSchema-instance" q:x="1" s:type="p:PQ" y="2"/>',
  );
  expect(root).toMatchObject({ name: 'a', namespace: 'u' });
  expect(Object.entries(root.attributes)).toEqual([
    ['xsi:type', 'p:PQ'],
    ['y', '2'],
  ]);
});

test.each([
  ['<!DOCTYPE a><a/>'],
  ['<!DOCTYPE a SYSTEM "http://example.invalid/x.dtd"><a/>'],
  ['<!DOCTYPE a [<!ENTITY x "カナリヤ">]><a>&x;</a>'],
  ['<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>'],
  ['<?xml version="1.0"?>\n<!DOCTYPE a [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;">]><a>&b;</a>'],
])('refuses a document type declaration: %s', (text) => {
  let error: unknown;
  try {
    parseXml(Buffer.from(text));
  } catch (caught) {
    error = caught;
  }
  expect(error).toBeInstanceOf(UserError);
  expect(error).toMatchObject({ code: 'INTAKE_XML_UNSAFE' });
  expect(JSON.stringify((error as UserError).text)).not.toMatch(/カナリヤ|passwd|example/);
});

test('an entity nobody declared is a fault, not an expansion', () => {
  expect(parseXml(Buffer.from('<a>\n &lol;</a>'))).toMatchObject({ fault: 'malformed', line: 2 });
});

test.each([
  [''],
  ['カナリヤ'],
  ['<a>'],
  ['<a></b>'],
  ['<a x=1/>'],
  ['<a x="1" x="2"/>'],
  ['<a/><b/>'],
  ['<p:a/>'],
  ['<a>\u0000</a>'],
  ['<a>&#x110000;</a>'],
  ['<a><![CDATA[</a>'],
])('a malformed document is a fault with a position: %j', (text) => {
  const result = parseXml(Buffer.from(text));
  expect(result).toMatchObject({ fault: 'malformed', line: expect.any(Number), column: expect.any(Number) });
  expect(Object.keys(result).sort()).toEqual(['column', 'fault', 'line']);
});

test('reports the line and column where it breaks', () => {
  expect(parseXml(Buffer.from('<a>\n<b></a>'))).toEqual({ fault: 'malformed', line: 2, column: 8 });
});

test.each([
  [Buffer.from([0x3c, 0x61, 0x3e, 0x83, 0x65, 0x3c, 0x2f, 0x61, 0x3e])],
  [Buffer.from('\ufeff<a/>', 'utf16le')],
])('other encodings than UTF-8 are a fault', (bytes) => {
  expect(parseXml(bytes)).toMatchObject({ fault: 'not-utf8' });
});

test('limits hold at the boundary: depth, elements, bytes', () => {
  const nested = (depth: number) => Buffer.from('<a>'.repeat(depth) + '</a>'.repeat(depth));
  expect(isFault(parseXml(nested(xmlLimits.depth)))).toBe(false);
  expect(parseXml(nested(xmlLimits.depth + 1))).toMatchObject({ fault: 'too-deep' });
  const flat = Buffer.from(`<a>${'<b/>'.repeat(9)}</a>`);
  expect(isFault(parseXml(flat, { ...xmlLimits, elements: 10, bytes: flat.length }))).toBe(false);
  expect(parseXml(flat, { ...xmlLimits, elements: 9 })).toMatchObject({ fault: 'too-large' });
  expect(parseXml(flat, { ...xmlLimits, bytes: flat.length - 1 })).toMatchObject({ fault: 'too-large' });
});
