/** YAML that stands in a snapshot as it is, without quotes. */
export class ManifestText {
  constructor(readonly text: string) {}
}
