import { isMap, isScalar, isSeq, LineCounter, parseDocument, type Node } from 'yaml';
import type { z } from 'zod';

/** Something that a person must correct, with its place. Lines count from 1. */
export type Problem = { file: string; line: number; message: string };

export type SourceFile = { path: string; text: string };

/** A place in a YAML file: keys and list positions from the root. */
export type Place = readonly PropertyKey[];

/** The line of the node at a place, or of the closest node above it that exists. */
export type LineOf = (place: Place) => number;

export type Parsed<T> = { value?: T; problems: Problem[]; lineOf: LineOf };

const start = (node: unknown): number | undefined => {
  if (!isScalar(node) && !isMap(node) && !isSeq(node)) return undefined;
  return node.range?.[0];
};

type Step = { node: unknown; offset: number | undefined };

const descend = (node: unknown, key: PropertyKey): Step | undefined => {
  if (isMap(node)) {
    const pair = node.items.find((item) => isScalar(item.key) && String(item.key.value) === String(key));
    return pair && { node: pair.value, offset: start(pair.key) };
  }
  if (isSeq(node) && typeof key === 'number' && key < node.items.length) {
    const item = node.items[key];
    return { node: item, offset: start(item) };
  }
  return undefined;
};

const offsetOf = (root: Node | null, place: Place): { offset: number; found: boolean } => {
  let node: unknown = root;
  let offset = start(root) ?? 0;
  for (const key of place) {
    const next = descend(node, key);
    if (!next) return { offset, found: false };
    node = next.node;
    offset = next.offset ?? offset;
  }
  return { offset, found: true };
};

/** A place in the form that people write: `rules[0].figures.due`. */
const placeText = (place: Place): string =>
  place.reduce<string>(
    (text, key) =>
      typeof key === 'number' ? `${text}[${key}]` : text ? `${text}.${String(key)}` : String(key),
    '',
  );

const unknownKeys = (issue: z.core.$ZodIssue): string[] =>
  issue.code === 'unrecognized_keys' ? issue.keys : [];

/** Reads one YAML file against a schema. Every problem has the line on which it occurs. */
export const parseYaml = <S extends z.ZodType>(file: SourceFile, schema: S): Parsed<z.output<S>> => {
  const lines = new LineCounter();
  const document = parseDocument(file.text, { lineCounter: lines, prettyErrors: false });
  const lineOf: LineOf = (place) => lines.linePos(offsetOf(document.contents, place).offset).line;
  const faults = [...document.errors, ...document.warnings];
  if (faults.length > 0) {
    const problems = faults.map((fault) => ({
      file: file.path,
      line: lines.linePos(fault.pos[0]).line,
      message: `YAML: ${fault.message}`,
    }));
    return { problems, lineOf };
  }
  const parsed = schema.safeParse(document.toJS());
  if (parsed.success) return { value: parsed.data, problems: [], lineOf };
  const problems = parsed.error.issues.flatMap((issue): Problem[] => {
    const problem = (place: Place, message: string) => ({ file: file.path, line: lineOf(place), message });
    const unknown = unknownKeys(issue);
    if (unknown.length > 0) {
      return unknown.map((key) =>
        problem([...issue.path, key], `unknown field ${placeText([...issue.path, key])}`),
      );
    }
    const { found } = offsetOf(document.contents, issue.path);
    const said = found ? `${placeText(issue.path)}: ${issue.message}` : `${placeText(issue.path)} is missing`;
    return [problem(issue.path, said)];
  });
  return { problems, lineOf };
};
