/** A text as a YAML scalar that is read back as the same text: quoted where it would be something else. */
export function yamlScalar(text: string): string {
  const plain = /^[A-Za-z][\w-]*(?: [\w-]+)*$/.test(text) || DAYS.test(text);
  return plain && !/^(?:true|false|yes|no|on|off|null|y|n)$/i.test(text) ? text : `"${text.replace(/[\\"]/g, '\\$&')}"`;
}

/** A day, or an interval of EDTF. */
const DAYS = /^(?:\d{4}-\d{2}-\d{2}|(?:\.\.|\d{4}(?:-\d{2}){0,2})\/(?:\.\.|\d{4}(?:-\d{2}){0,2}))$/;
