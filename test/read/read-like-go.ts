import { SourceDocument } from '../../lib/read/document';
import { YamlSyntaxError } from '../../lib/read/yaml/syntax-error';
import { type OwnVerdict } from './verdicts';

/** What we make of a document, in the form of Go's verdicts. */
export function readLikeGo(document: string): OwnVerdict {
  try {
    const { value = null, rest } = new SourceDocument(
      document,
      'test.yaml',
      { line: 1, column: 1 },
      'yaml',
    ).read();
    return { value, leavesOut: rest !== undefined };
  } catch (error) {
    if (!(error instanceof YamlSyntaxError)) throw error;
    return { broken: true, error: error.title };
  }
}
