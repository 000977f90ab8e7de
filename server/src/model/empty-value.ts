/** Whether the words of a field say that there is nothing to say: "–", "none", "n/a", or no words at all. */
export function isEmptyValue(text: string): boolean {
  return /^(?:[-–—/]*|none|nil|no|n\/?a|n\.a|not applicable|not available|not (?:yet )?known|unknown)\.?$/i.test(
    text.trim(),
  );
}
