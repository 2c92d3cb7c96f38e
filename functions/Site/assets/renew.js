import { load } from "./problems.js";

const turns = new WeakMap();

const isChanged = one => (one.type === "checkbox" || one.type === "radio" ? one.checked !== one.defaultChecked
  : one.options ? [...one.options].some(option => option.selected !== option.defaultSelected) && one.value !== ""
  : one.value !== one.defaultValue);

// What is being sent is done with: it comes back as the office has it.
const isSent = node => (node.closest("form") ?? node.querySelector("form"))?.ariaBusy === "true";

const fields = place => [...place.querySelectorAll("input[id], select[id], textarea[id]")].filter(one => one.type !== "file" && !isSent(one));
const boxOf = box => box.id || box.querySelector("[id]")?.id;

const typed = place => ({
  values: fields(place).filter(isChanged).map(one => [one.id, one.checked ?? false, one.value]),
  open: [...place.querySelectorAll("details[open]")].filter(box => !isSent(box)).map(boxOf).filter(Boolean),
  at: place.contains(document.activeElement) && !isSent(document.activeElement) ? document.activeElement.id : "",
});

function putBack(place, { values, open, at }) {
  for (const box of place.querySelectorAll("details")) if (open.includes(boxOf(box))) box.open = true;
  for (const [id, checked, value] of values) {
    const one = place.querySelector(`#${CSS.escape(id)}`);
    if (one?.type === "checkbox" || one?.type === "radio") one.checked = checked;
    else if (one) one.value = value;
  }
  if (at) place.querySelector(`#${CSS.escape(at)}`)?.focus({ preventScroll: true });
}

/**
 * Shows the same thing anew, as `load` does, and takes nothing from under the hand: words typed meanwhile, opened boxes and the cursor stay. Of two at once
 * the later one counts.
 */
export async function renew(place, loading) {
  const turn = {};
  turns.set(place, turn);
  let kept = null;
  await load(place, async () => {
    const fresh = await loading();
    kept = typed(place);
    return turns.get(place) === turn ? fresh : [...place.childNodes];
  });
  if (kept) putBack(place, kept);
}
