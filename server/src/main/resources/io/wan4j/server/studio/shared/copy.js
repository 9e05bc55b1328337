import { t } from "./words.js";
import { toast } from "./toast.js";

/** Copies a text; where the browser forbids it (no https), shows it to be copied by hand. */
export async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
    toast(t("copied"));
  } catch {
    prompt(t("copy-by-hand"), text);
  }
}
