import { mmPerPoint } from './wrap.ts';

/** Type sizes of a letter in points; letter.typ sets the same. */
export const cellPoints = 11.5;
export const headPoints = 10.5;
export const notePoints = 10.5;

/** The sheet in mm: left margin, width between the margins, where the table begins, and the end of the body. */
export const marginLeft = 18;
export const fullWidth = 174;
export const firstTop = 108;
export const nextTop = 24;
export const bottom = 267;
/** Blank at both sides of a cell, and between blocks of notes. */
export const inset = 1.2;
export const noteGap = 8;

/** Millimetres of one em. */
export const em = (points: number): number => points * mmPerPoint;

/** Height in mm of lines with a leading (in em) between them. */
export const heightOf = (lines: number, points: number, leading: number): number =>
  em(points) * (lines + (lines - 1) * leading);
