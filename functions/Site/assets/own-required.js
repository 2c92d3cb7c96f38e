/** Whether what is asked elsewhere on the page may stay empty: the form may need what the page itself does not. */
export function require(input, needed) {
  input.dataset.always ??= input.required ? "yes" : "no";
  const required = needed || input.dataset.always === "yes";
  input.required = required;
  const optional = input.labels[0].querySelector(".optional");
  if (optional) optional.hidden = required;
  input.labels[0].classList.toggle("must", required && input.dataset.always === "no");
}
