import { phoneScanner } from "./counter-phone.js";
import { stackScanner } from "./counter-stack.js";

/** How papers come in at once, above the card of each: as a stack split at its separators, and from a telephone. */
export function scanWays(procedure, isScanned, papers, numberOf) {
  const components = procedure?.components.filter(isScanned) ?? [];
  return components.length === 0 ? [] : [
    stackScanner({ procedure: procedure.code, components, add: (id, file) => papers.add(id, file) }),
    phoneScanner({ numberOf, components, receive: (id, page) => papers.receive(id, page) })];
}
