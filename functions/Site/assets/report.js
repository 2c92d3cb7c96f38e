let left = 5; // Of one page; a loop that fails must not become a flood.

/** Tells the office that a page is at fault: where in our scripts, and never what anybody typed. */
export function report(error) {
  console.error(error);
  if (left-- <= 0) return;
  const at = /([a-z-]+\.js):(\d+)/.exec(error.stack ?? "");
  const body = { page: location.pathname.split("/")[1] || "home", kind: error.name ?? "Error", file: at?.[1] ?? "", line: Number(at?.[2] ?? 0) };
  fetch("/api/page-faults", { method: "POST", keepalive: true, headers: { "Content-Type": "application/json", "X-Requested-With": "site" }, body: JSON.stringify(body) }).catch(() => {});
}

addEventListener("error", event => event.error && report(event.error));
addEventListener("unhandledrejection", event => report(event.reason ?? {}));
