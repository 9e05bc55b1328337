// The picture of a film that is being made. It needs the key, so that it is fetched, not linked.

import { ask } from "../shared/api.js";

const PAUSE = 700;

export class Preview {
  /** @param {HTMLImageElement} image hidden until there is a picture */
  constructor(image) {
    this.image = image;
    this.last = 0;
    this.link = "";
  }

  async show(body) {
    const now = Date.now();
    const number = body.progress.preview_url;
    if (this.busy || !number || number === this.number || now - this.last < PAUSE) return;
    this.busy = true;
    this.last = now;
    try {
      const reply = await ask(`wan4j/v1/tasks/${body.output.task_id}/preview`, { accept: "image/jpeg" });
      const link = URL.createObjectURL(await reply.blob());
      if (this.link) URL.revokeObjectURL(this.link);
      this.link = link;
      this.image.src = link;
      this.image.hidden = false;
      this.number = number;
    } catch {
      // There is none yet; the next change asks again.
    }
    this.busy = false;
  }

  close() {
    if (this.link) URL.revokeObjectURL(this.link);
  }
}
