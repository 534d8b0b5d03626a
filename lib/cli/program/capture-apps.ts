import { sep } from 'node:path';
import { type App } from 'cdk8s';

const APP_MODULE = `${sep}cdk8s${sep}lib${sep}app.js`;

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

  /** To be told of every library module that has run; acts on the one that has App. */
  public moduleLoaded(filename: string, exports: unknown): void {
    if (!filename.endsWith(APP_MODULE)) return;
    const { App: loaded } = exports as { readonly App?: typeof App };
    if (loaded === undefined) return;
    const take = (app: App): void => void this.synthesized.add(app);
    loaded.prototype.synth = function synth(this: App): void {
      take(this);
    };
  }
}
