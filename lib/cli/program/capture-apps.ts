import { sep } from 'node:path';
import { type App, type Yaml } from 'cdk8s';

const APP_MODULE = `${sep}cdk8s${sep}lib${sep}app.js`;
const YAML_MODULE = `${sep}cdk8s${sep}lib${sep}yaml.js`;

/**
 * Takes the Apps on which the program calls synth(), in that order, instead of
 * letting the stock renderer write them. An App without that call is not taken: the
 * stock CLI renders nothing of it, and both are to give the same.
 */
export class AppCapture {
  private synthesized = new Set<App>();

  public get apps(): readonly App[] {
    return [...this.synthesized];
  }

  /** Forgets the Apps of an earlier run. */
  public reset(): void {
    this.synthesized = new Set();
  }

  /**
   * @param fileRead called with what Include reads: cdk8s has another process do it,
   *   where nobody sees it.
   */
  public constructor(private readonly fileRead: (path: string) => void) {}

  /** To be told of every library module that has run; acts on the two of cdk8s that matter. */
  public moduleLoaded(filename: string, exports: unknown): void {
    if (filename.endsWith(APP_MODULE)) this.hookApp(exports);
    if (filename.endsWith(YAML_MODULE)) this.hookYaml(exports);
  }

  private hookYaml(exports: unknown): void {
    const { Yaml: loaded } = exports as { readonly Yaml?: typeof Yaml };
    if (loaded === undefined) return;
    const load = loaded.load.bind(loaded);
    loaded.load = (from) => {
      if (!/^[a-z][a-z0-9+.-]+:/i.test(from)) this.fileRead(from);
      return load(from) as unknown[];
    };
  }

  private hookApp(exports: unknown): void {
    const { App: loaded } = exports as { readonly App?: typeof App };
    if (loaded === undefined) return;
    const take = (app: App): void => void this.synthesized.add(app);
    loaded.prototype.synth = function synth(this: App): void {
      take(this);
    };
  }
}
