package io.wan4j.engine.wan.parity;

import io.wan4j.engine.wan.image.RgbImage;
import io.wan4j.engine.wan.pipeline.FilmSize;
import io.wan4j.engine.wan.pipeline.VaceControl;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;

/** The inputs that the notes of io.json describe for each call. */
final class VaceInputs {
  private static final int GREY = 128;

  private VaceInputs() {}

  static VaceControl of(Path folder, String call, FilmSize size) {
    int last = size.frames() - 1;
    return switch (call) {
      case "t2v" -> VaceControl.nothing(size);
      case "first_frame" -> known(folder, size, i -> i == 0);
      case "first_last" -> known(folder, size, i -> i == 0 || i == last);
      case "continuation" -> known(folder, size, i -> i < 4);
      case "control" -> VaceControl.of(frames(folder, size), masks(size, i -> false), size);
      // Diffusers puts each reference in front of the ones before.
      case "reference" ->
          VaceControl.nothing(size)
              .withReferences(
                  List.of(picture(folder, "ref1.png"), picture(folder, "ref0.png")), size);
      case "inpaint_with_reference" -> {
        RgbImage mask = picture(folder, "mask_half.png");
        List<RgbImage> masks = new ArrayList<>();
        for (int i = 0; i < size.frames(); i++) {
          masks.add(mask);
        }
        yield VaceControl.of(frames(folder, size), masks, size)
            .withReferences(List.of(picture(folder, "ref0.png")), size);
      }
      default -> throw new AssertionError("a call that is not known: " + call);
    };
  }

  private static VaceControl known(Path folder, FilmSize size, IntPredicate isKnown) {
    List<RgbImage> frames = frames(folder, size);
    for (int i = 0; i < frames.size(); i++) {
      if (!isKnown.test(i)) {
        frames.set(i, plain(size, GREY));
      }
    }
    return VaceControl.of(frames, masks(size, isKnown), size);
  }

  private static List<RgbImage> frames(Path folder, FilmSize size) {
    List<RgbImage> frames = new ArrayList<>();
    for (int i = 0; i < size.frames(); i++) {
      frames.add(picture(folder, "frame%02d.png".formatted(i)));
    }
    return frames;
  }

  private static List<RgbImage> masks(FilmSize size, IntPredicate isKnown) {
    List<RgbImage> masks = new ArrayList<>();
    for (int i = 0; i < size.frames(); i++) {
      masks.add(plain(size, isKnown.test(i) ? 0 : 255));
    }
    return masks;
  }

  private static RgbImage plain(FilmSize size, int value) {
    byte[] rgb = new byte[3 * size.width() * size.height()];
    Arrays.fill(rgb, (byte) value);
    return new RgbImage(size.width(), size.height(), rgb);
  }

  private static RgbImage picture(Path folder, String name) {
    return Pictures.read(folder.resolve(name));
  }
}
