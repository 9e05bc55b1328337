package io.wan4j.engine.previz;

import static org.assertj.core.api.Assertions.assertThat;

import io.wan4j.engine.Brief;
import io.wan4j.engine.Frame;
import io.wan4j.engine.FrameSize;
import io.wan4j.engine.Material;
import io.wan4j.engine.Preview;
import io.wan4j.engine.Progress;
import io.wan4j.engine.ShotPlan;
import io.wan4j.engine.SoundPlan;
import io.wan4j.engine.Take;
import io.wan4j.engine.VideoEngine;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class EarlyPreviewTest {
  private static final FrameSize SIZE = new FrameSize(960, 540);

  @Test
  void showsTheFirstFrameSmallBeforeTheFilmIsSetUp() throws IOException {
    List<Preview> previews = Collections.synchronizedList(new ArrayList<>());
    List<String> stages = Collections.synchronizedList(new ArrayList<>());
    Progress viewer =
        new Progress() {
          @Override
          public void at(String stage, double fraction) {
            stages.add(stage);
          }

          @Override
          public void preview(Preview preview) {
            stages.add("preview");
            previews.add(preview);
          }

          @Override
          public boolean cancelled() {
            return false;
          }
        };
    Brief brief =
        new Brief(
            new Material.Words(),
            "A horse runs through a snowy forest at sunset",
            "",
            SIZE,
            30,
            3,
            5,
            ShotPlan.BY_PROMPT,
            new SoundPlan.Silent());
    try (VideoEngine engine = new PrevizEngine();
        Take take = engine.render(brief, viewer)) {
      take.read(new Frame(SIZE));
    }
    assertThat(stages.indexOf("preview")).isBetween(0, stages.indexOf("scene"));
    assertThat(previews).hasSize(2);
    // A picture of the same scene: another one, or black, is at 40 and more.
    assertThat(difference(previews.get(0), previews.get(1))).isLessThan(8);
  }

  /** The mean difference of the brightness of areas of 16x16 pixels. */
  private static double difference(Preview first, Preview second) throws IOException {
    BufferedImage a = ImageIO.read(new ByteArrayInputStream(first.jpeg()));
    BufferedImage b = ImageIO.read(new ByteArrayInputStream(second.jpeg()));
    double sum = 0;
    int areas = 0;
    for (int y = 0; y + 16 <= a.getHeight(); y += 16) {
      for (int x = 0; x + 16 <= a.getWidth(); x += 16) {
        sum += Math.abs(brightness(a, x, y) - brightness(b, x, y));
        areas++;
      }
    }
    return sum / areas;
  }

  private static double brightness(BufferedImage image, int left, int top) {
    double sum = 0;
    for (int rgb : image.getRGB(left, top, 16, 16, null, 0, 16)) {
      sum += (rgb >> 16 & 255) + (rgb >> 8 & 255) + (rgb & 255);
    }
    return sum / (3 * 16 * 16);
  }
}
