import { type CallSite } from './call-site';

/** A frame of V8 that says where it is and has nothing else to tell. Hooks copy the methods that they find on the prototype. */
export class AskingFrame implements NodeJS.CallSite {
  readonly #site: CallSite;

  constructor(site: CallSite) {
    this.#site = site;
  }

  getFileName(): string {
    return this.#site.script;
  }
  getScriptNameOrSourceURL(): string {
    return this.#site.script;
  }
  getLineNumber(): number {
    return this.#site.line;
  }
  getColumnNumber(): number {
    return this.#site.column;
  }
  getEnclosingLineNumber(): number {
    return this.#site.line;
  }
  getEnclosingColumnNumber(): number {
    return this.#site.column;
  }
  getPosition(): number {
    return 0;
  }
  getScriptHash(): string {
    return '';
  }
  getThis(): undefined {
    return undefined;
  }
  getFunction(): undefined {
    return undefined;
  }
  getFunctionName(): null {
    return null;
  }
  getMethodName(): null {
    return null;
  }
  getTypeName(): null {
    return null;
  }
  getEvalOrigin(): undefined {
    return undefined;
  }
  getPromiseIndex(): null {
    return null;
  }
  isToplevel(): boolean {
    return true;
  }
  isNative(): boolean {
    return false;
  }
  isEval(): boolean {
    return false;
  }
  isConstructor(): boolean {
    return false;
  }
  isAsync(): boolean {
    return false;
  }
  isPromiseAll(): boolean {
    return false;
  }
  toString(): string {
    return `${this.#site.script}:${this.#site.line}:${this.#site.column}`;
  }
}
