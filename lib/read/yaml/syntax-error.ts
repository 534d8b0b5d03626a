/** What breaks a document, and at which offset of its text. */
export class YamlSyntaxError extends Error {
  constructor(
    readonly title: string,
    readonly help: string,
    readonly offset: number,
  ) {
    super(title);
    this.name = 'YamlSyntaxError';
  }
}
