/** Why a field cannot be written: a value of the wrong sort, or a trait of the whole. */
export type Unwritable =
  | { readonly reason: 'value'; readonly value: unknown }
  | { readonly reason: 'surrogate'; readonly in: 'key' | 'value' }
  | { readonly reason: 'root' }
  | { readonly reason: 'cycle'; readonly ancestor: string }
  | { readonly reason: 'depth'; readonly limit: number };

/** The fault and its remedy, as the rest of a sentence that begins with the field. */
export function describeUnwritable(fault: Unwritable): string {
  switch (fault.reason) {
    case 'value':
      return describeValue(fault.value);
    case 'surrogate':
      return (
        `${fault.in === 'key' ? 'has a key with' : 'is text with'} half of a surrogate pair, which UTF-8 ` +
        'cannot carry; cut text between code points, for example with [...text].slice(0, n).join("")'
      );
    case 'root':
      return 'is not a plain object; a YAML document for Kubernetes is one object';
    case 'cycle':
      return `refers back to ${fault.ancestor === '' ? 'the object itself' : fault.ancestor}, which contains it; write out the fields that are meant`;
    case 'depth':
      return `is nested deeper than ${fault.limit} levels; flatten it, or keep it as JSON text`;
  }
}

function describeValue(value: unknown): string {
  switch (typeof value) {
    case 'undefined':
      return 'is an undefined list item; filter it out, or write null where null is meant';
    case 'number':
      return `is ${value}; write a finite number, or leave the field out (undefined)`;
    case 'bigint':
      return 'is a bigint; write Number(value) up to 2^53, or text';
    case 'function':
      return 'is a function; call it and write its result';
    case 'symbol':
      return 'is a symbol; write its text';
    case 'object':
    case 'boolean':
    case 'string':
      return describeInstance(Object(value) as object);
  }
}

function describeInstance(value: object): string {
  if (ArrayBuffer.isView(value) || value instanceof ArrayBuffer) {
    return "holds bytes; write text: buffer.toString('base64') for a Secret's data or binaryData, else 'utf8'";
  }
  switch (Object.prototype.toString.call(value)) {
    case '[object Date]':
      return 'is a Date; write date.toISOString()';
    case '[object Map]':
      return 'is a Map; write Object.fromEntries(map)';
    case '[object Set]':
      return 'is a Set; write [...set]';
    case '[object Promise]':
      return 'is a Promise; await it and write its result';
    default: {
      const { constructor } = value as { constructor?: unknown };
      const type =
        typeof constructor === 'function' && constructor.name !== '' ? constructor.name : 'a class';
      return `is an instance of ${type}; write plain data (resolve a token, or call toJson() first)`;
    }
  }
}
