import { type ObjectInput } from '../../model/object-entry';
import { readManifests } from '../../read/read-manifests';

/**
 * The objects of the manifests of an example, each with its places in them.
 *
 * @param file What the places name.
 * @throws SyntaxError when something is wrong with the text
 */
export function exampleObjects(text: string, file: string): readonly ObjectInput[] {
  const { objects, problems } = readManifests(text, file);
  const [problem] = problems;
  if (problem !== undefined) {
    const { line, column } = problem.span;
    throw new SyntaxError(`${file}:${line}:${column}: ${problem.what}`);
  }
  return objects;
}
