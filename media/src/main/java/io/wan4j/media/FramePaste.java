package io.wan4j.media;

import io.wan4j.engine.Frame;
import io.wan4j.engine.FrameSize;
import java.util.Arrays;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.javacpp.BytePointer;

/** Copies a 4:2:0 picture, turned, into the middle of a frame; what it leaves free gets black. */
final class FramePaste {
  private static final int BLACK = 16;
  private static final int GREY = 128;

  private final AVFrame source;
  private final int quarterTurns;

  /** Quarter turns are clockwise, 0 to 3. */
  FramePaste(AVFrame source, int quarterTurns) {
    this.source = source;
    this.quarterTurns = quarterTurns;
  }

  void into(Frame target) {
    FrameSize size = target.size();
    paste(0, target.luma(), size.width(), size.height(), 1, BLACK);
    paste(1, target.chromaBlue(), size.width() / 2, size.height() / 2, 2, GREY);
    paste(2, target.chromaRed(), size.width() / 2, size.height() / 2, 2, GREY);
  }

  private void paste(int index, byte[] target, int width, int height, int shrink, int ground) {
    int ownWidth = source.width() / shrink;
    int ownHeight = source.height() / shrink;
    boolean sideways = quarterTurns % 2 != 0;
    int seenWidth = sideways ? ownHeight : ownWidth;
    int seenHeight = sideways ? ownWidth : ownHeight;
    if (seenWidth < width || seenHeight < height) {
      Arrays.fill(target, (byte) ground);
    }
    // Both planes' margins are halves of even numbers of luma pixels, so they stay aligned.
    int left = (width * shrink - seenWidth * shrink) / 4 * 2 / shrink;
    int top = (height * shrink - seenHeight * shrink) / 4 * 2 / shrink;
    BytePointer rows = source.data(index);
    int step = source.linesize(index);
    byte[] row = new byte[ownWidth];
    for (int y = 0; y < ownHeight; y++) {
      rows.position((long) y * step);
      if (quarterTurns == 0) {
        rows.get(target, (top + y) * width + left, ownWidth);
        continue;
      }
      rows.get(row, 0, ownWidth);
      int origin = top * width + left;
      switch (quarterTurns) {
        case 1 -> scatter(row, target, origin + ownHeight - 1 - y, width);
        case 2 -> scatter(row, target, origin + (ownHeight - 1 - y) * width + ownWidth - 1, -1);
        default -> scatter(row, target, origin + (ownWidth - 1) * width + y, -width);
      }
    }
  }

  private static void scatter(byte[] row, byte[] target, int from, int step) {
    int at = from;
    for (byte value : row) {
      target[at] = value;
      at += step;
    }
  }
}
