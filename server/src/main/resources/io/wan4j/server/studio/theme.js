// Runs before the first paint, so that no one sees the wrong light. A plain script on purpose.
(() => {
  let chosen = null;
  try {
    chosen = localStorage.getItem("wan4j.theme");
  } catch {
    // Storage may be forbidden; the system's choice holds then.
  }
  const light = chosen ? chosen === "light" : matchMedia("(prefers-color-scheme: light)").matches;
  document.documentElement.dataset.theme = light ? "light" : "dark";
})();
