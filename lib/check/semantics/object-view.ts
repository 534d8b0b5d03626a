import { isJsonObject, listField, objectField, ownField } from '../../model/json-object';
import { type JsonObject, type JsonValue } from '../../model/json-value';
import { Quantity } from '../../model/quantity';
import { readAmount } from '../read-amount';
import { type Area } from './area';
import { type FieldErrorType } from './field-error';
import { type FieldStep, type FieldSteps, formatServerPath, pointerOf, stepsOf } from './field-step';
import { type Validation } from './validation';

/** What an error may say besides its field and text. */
export interface ErrorOptions {
  /** The wrong part of the field's value, where it is not all of it; undefined where the server shows none. */
  readonly value?: JsonValue | undefined;
  /** Where the wrong part stands, below the field that the server names: `['labels', { key }]`. */
  readonly at?: FieldSteps;
  /** The field as the server writes it, where upstream's path is not the field's own. */
  readonly field?: string;
  /** How to mend it, with the value to write. */
  readonly help?: string | readonly string[];
  /** The server says the same of a field that it filled in from this one: nobody has to be told twice. */
  readonly echo?: boolean;
}

const EMPTY: JsonObject = Object.freeze({});
const NONE: readonly never[] = Object.freeze([]);

// Texts, numbers and booleans are read as they come: nothing that an object inherits is one (see `ownField`).

/**
 * An API object, or a struct within one, as the API server's validation sees it after decoding: what is absent,
 * null or of the wrong type (the schema's rules tell that) reads as Go's zero value. It knows where it stands, and
 * takes the errors of its fields.
 */
export class ObjectView {
  private parent: ObjectView | undefined;
  private step: FieldStep = '';
  private index: FieldStep | undefined;

  constructor(
    readonly validation: Validation,
    readonly value: JsonObject,
    private readonly ownPath: readonly FieldStep[] | undefined,
    readonly area: Area,
    private readonly ownNamed?: readonly FieldStep[],
  ) {}

  /** Where it stands. Put together when somebody asks: hardly any object is wrong. */
  get path(): readonly FieldStep[] {
    return this.ownPath ?? this.stepsAfter(this.parent?.path);
  }

  /** The path as the server names it, where that is not the way there. */
  get named(): readonly FieldStep[] {
    return this.ownNamed ?? this.ownPath ?? this.stepsAfter(this.parent?.named);
  }

  /** The same, whose errors, and those of what lies below, are of another area. */
  in(area: Area): ObjectView {
    return area === this.area ? this : this.standingHere(area, this.ownNamed);
  }

  /** The same, which the server names otherwise: the metadata of a template as if it were the template. */
  namedAs(named: readonly FieldStep[]): ObjectView {
    return this.standingHere(this.area, named);
  }

  /** The value of a field as it is written; undefined when it is absent or null. */
  raw(field: string): JsonValue | undefined {
    return ownField(this.value, field) ?? undefined;
  }

  /** Whether a field is there, and not null: that a pointer, list or map is not nil. */
  has(field: string): boolean {
    return this.raw(field) !== undefined;
  }

  /** A string; empty when there is none. */
  text(field: string): string {
    const value = this.value[field];
    return typeof value === 'string' ? value : '';
  }

  /** A pointer to a string. */
  optionalText(field: string): string | undefined {
    const value = this.value[field];
    return typeof value === 'string' ? value : undefined;
  }

  /** A number; 0 when there is none. */
  number(field: string): number {
    const value = this.value[field];
    return typeof value === 'number' ? value : 0;
  }

  /** A pointer to a number. */
  optionalNumber(field: string): number | undefined {
    const value = this.value[field];
    return typeof value === 'number' ? value : undefined;
  }

  /** A boolean; false when there is none. */
  flag(field: string): boolean {
    return this.value[field] === true;
  }

  /** A pointer to a boolean. */
  optionalFlag(field: string): boolean | undefined {
    const value = this.value[field];
    return typeof value === 'boolean' ? value : undefined;
  }

  /** A pointer to a struct; undefined when it is nil. */
  object(field: string): ObjectView | undefined {
    const value = objectField(this.value, field);
    return value === undefined ? undefined : this.below(value, field);
  }

  /** A struct: with nothing in it when it is absent. */
  struct(field: string): ObjectView {
    return this.below(objectField(this.value, field) ?? EMPTY, field);
  }

  /** The items of a list, whatever they are. */
  list(field: string): readonly JsonValue[] {
    return listField(this.value, field);
  }

  /** The items of a list of structs, each at its index. A null item is an empty struct. */
  objects(field: string): readonly ObjectView[] {
    const items = this.list(field);
    if (items.length === 0) return NONE;
    return items.map((value, index) => this.below(isJsonObject(value) ? value : EMPTY, field, index));
  }

  /** The entries of a map of structs, in the order of the keys, each at its key. A null value is an empty struct. */
  objectMap(field: string): ReadonlyMap<string, ObjectView> {
    const views = new Map<string, ObjectView>();
    for (const [key, value] of this.entries(field)) {
      views.set(key, this.below(isJsonObject(value) ? value : EMPTY, field, { key }));
    }
    return views;
  }

  /** The items of a list of strings. */
  texts(field: string): readonly string[] {
    const items = this.list(field);
    return items.length === 0 ? NONE : items.map((value) => (typeof value === 'string' ? value : ''));
  }

  /** The entries of a map of strings, in the order of the keys; null reads as the empty string. */
  textMap(field: string): ReadonlyMap<string, string> {
    const texts = new Map<string, string>();
    this.eachText(field, (key, value) => {
      texts.set(key, value);
    });
    return texts;
  }

  /** Visits the entries of a map of strings, in the order of the keys; null reads as the empty string. */
  eachText(field: string, visit: (key: string, value: string) => void): void {
    const map = this.raw(field);
    if (!isJsonObject(map)) return;
    for (const key of sortedKeys(map)) {
      const value = map[key];
      visit(key, typeof value === 'string' ? value : '');
    }
  }

  /** The entries of a map, in the order of the keys. */
  entries(field: string): readonly (readonly [string, JsonValue])[] {
    const map = this.raw(field);
    if (!isJsonObject(map)) return NONE;
    return sortedKeys(map).map((key) => [key, map[key] ?? null]);
  }

  /** The entries of a map of quantities, in the order of the keys; null is 0, and what is none, the schema tells. */
  quantities(field: string): ReadonlyMap<string, Quantity> {
    const amounts = new Map<string, Quantity>();
    for (const [key, value] of this.entries(field)) {
      const amount = value === null ? Quantity.ZERO : readAmount(value);
      if (amount !== undefined) amounts.set(key, amount);
    }
    return amounts;
  }

  /** `Required value`. */
  required(steps: FieldSteps, detail = '', options: ErrorOptions = {}): void {
    this.add('required', steps, detail, options);
  }

  /** `Invalid value`. */
  invalid(steps: FieldSteps, detail: string, options: ErrorOptions = {}): void {
    this.add('invalid', steps, detail, options);
  }

  /** `Invalid value` for every message, as the functions of lib/model/names give them. */
  allInvalid(steps: FieldSteps, details: readonly string[], options: ErrorOptions = {}): void {
    if (details.length === 0) return;
    for (const detail of details) this.invalid(steps, detail, options);
  }

  /** `Forbidden`. */
  forbidden(steps: FieldSteps, detail: string, options: ErrorOptions = {}): void {
    this.add('forbidden', steps, detail, options);
  }

  /** `Unsupported value`, with the values that are supported in the server's order. */
  notSupported(steps: FieldSteps, supported: readonly string[], options: ErrorOptions = {}): void {
    const values = supported.map((each) => JSON.stringify(each)).join(', ');
    this.add('not-supported', steps, values === '' ? '' : `supported values: ${values}`, options);
  }

  /** `Not found`. */
  notFound(steps: FieldSteps, detail = '', options: ErrorOptions = {}): void {
    this.add('not-found', steps, detail, options);
  }

  /** `Duplicate value`. */
  duplicate(steps: FieldSteps, options: ErrorOptions = {}): void {
    this.add('duplicate', steps, '', options);
  }

  /** `Too long`, in bytes (TooLong of apimachinery, reworded in 1.32). */
  tooLong(steps: FieldSteps, most: number, options: ErrorOptions = {}): void {
    const unit = most === 1 ? 'byte' : 'bytes';
    const detail = this.validation.since('1.32')
      ? `may not be more than ${String(most)} ${unit}`
      : `must have at most ${String(most)} bytes`;
    this.add('too-long', steps, detail, options);
  }

  /** `Too many`. */
  tooMany(steps: FieldSteps, count: number, most: number, options: ErrorOptions = {}): void {
    const items = most === 1 ? 'item' : 'items';
    this.add('too-many', steps, `must have at most ${String(most)} ${items}`, { value: count, ...options });
  }

  /** An error of another type, or with words of its own. */
  add(type: FieldErrorType, steps: FieldSteps, detail: string, options: ErrorOptions = {}): void {
    const own = stepsOf(steps);
    const at = [...this.path, ...(options.at === undefined ? own : stepsOf(options.at))];
    const { help = [] } = options;
    this.validation.errors.push({
      area: this.area,
      type,
      pointer: pointerOf(at),
      field: options.field ?? formatServerPath([...this.named, ...own]),
      value: 'value' in options ? options.value : this.at(steps),
      detail,
      help: typeof help === 'string' ? [help] : help,
      echo: options.echo ?? false,
    });
  }

  /** The value some steps below; undefined when it is absent or null. */
  at(steps: FieldSteps): JsonValue | undefined {
    let value: JsonValue | undefined = this.value;
    for (const step of stepsOf(steps)) {
      const token = typeof step === 'object' ? step.key : step;
      if (typeof value !== 'object' || value === null || !Object.hasOwn(value, token)) return undefined;
      value = (value as Readonly<Record<string | number, JsonValue>>)[token];
    }
    return value ?? undefined;
  }

  private below(value: JsonObject, step: FieldStep, index?: FieldStep): ObjectView {
    const view = new ObjectView(this.validation, value, undefined, this.area);
    view.parent = this;
    view.step = step;
    view.index = index;
    return view;
  }

  private standingHere(area: Area, named: readonly FieldStep[] | undefined): ObjectView {
    const view = new ObjectView(this.validation, this.value, this.ownPath, area, named);
    view.parent = this.parent;
    view.step = this.step;
    view.index = this.index;
    return view;
  }

  private stepsAfter(before: readonly FieldStep[] = []): readonly FieldStep[] {
    return this.index === undefined ? [...before, this.step] : [...before, this.step, this.index];
  }
}

/** The keys of a map, as Go's encoder and its validation go through them. */
function sortedKeys(map: JsonObject): readonly string[] {
  const keys = Object.keys(map);
  // They mostly are, and to sort them makes lists of its own.
  for (let i = 1; i < keys.length; i++) {
    if ((keys[i - 1] ?? '') > (keys[i] ?? '')) return keys.sort();
  }
  return keys;
}
