package io.wan4j.bench.suite;

import io.wan4j.engine.Frame;
import io.wan4j.engine.FrameSize;
import io.wan4j.media.ClipReader;
import io.wan4j.media.ClipView;
import io.wan4j.media.Fit;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What can be measured on the pictures of a finished film: decoded once, small, a few frames in
 * memory at a time.
 *
 * @param steps mean change of luma from each frame to the next, 0 to 255
 * @param shots the same for every expected shot
 */
record FilmStudy(int frameRate, List<Double> steps, List<ShotStudy> shots) {
  private static final int LONG_SIDE = 320;

  /** Where in a shot the movement of the picture is measured. */
  private static final double[] PLACES = {0.2, 0.35, 0.5, 0.65, 0.8};

  private static final double PAIR_SECONDS = 0.1;

  /** What was measured in one shot. */
  record ShotStudy(ShotColours colours, CameraReading camera) {}

  /** Decodes the film and measures it. */
  static FilmStudy of(Path film, SuitePrompt prompt, FrameSize filmSize, int frameRate) {
    FrameSize size = small(filmSize);
    FlowMeter meter = new FlowMeter(size.width(), size.height());
    int gap = Math.max(1, (int) Math.round(PAIR_SECONDS * frameRate));
    List<Watch> watches =
        prompt.shots().stream().map(shot -> new Watch(shot, frameRate, gap, meter)).toList();
    List<Double> steps = new ArrayList<>();
    Frame frame = new Frame(size);
    byte[] last = new byte[0];
    try (ClipReader reader =
        ClipReader.open(film, ClipView.of(size).fitted(Fit.STRETCH).atRate(frameRate))) {
      for (int number = 0; reader.read(frame); number++) {
        byte[] luma = frame.luma().clone();
        if (number > 0) {
          steps.add(step(last, luma));
        }
        last = luma;
        for (Watch watch : watches) {
          watch.see(number, frame, luma);
        }
      }
    }
    return new FilmStudy(frameRate, steps, watches.stream().map(Watch::study).toList());
  }

  private static FrameSize small(FrameSize size) {
    double factor = (double) LONG_SIDE / Math.max(size.width(), size.height());
    return new FrameSize(even(size.width() * factor), even(size.height() * factor));
  }

  private static int even(double pixels) {
    return (int) Math.round(pixels / 2) * 2;
  }

  private static double step(byte[] one, byte[] other) {
    long sum = 0;
    for (int i = 0; i < one.length; i++) {
      sum += Math.abs((one[i] & 255) - (other[i] & 255));
    }
    return (double) sum / one.length;
  }

  /** Looks at one shot while the film goes by. */
  private static final class Watch {
    private final int gap;
    private final double pairSeconds;
    private final FlowMeter meter;
    private final List<Integer> begins = new ArrayList<>();
    private final List<byte[]> firsts = new ArrayList<>();
    private final List<FlowMeter.Flow> flows = new ArrayList<>();
    private final ShotColours colours = new ShotColours();

    Watch(ExpectedShot shot, int frameRate, int gap, FlowMeter meter) {
      this.gap = gap;
      this.pairSeconds = (double) gap / frameRate;
      this.meter = meter;
      for (double place : PLACES) {
        double second = shot.start() + place * (shot.end() - shot.start());
        begins.add((int) Math.round(second * frameRate - gap / 2.0));
      }
    }

    void see(int number, Frame frame, byte[] luma) {
      if (begins.contains(number)) {
        firsts.add(luma);
        int[] rgb = new int[luma.length];
        frame.getRgb(rgb);
        colours.add(rgb, frame.size().width(), frame.size().height());
      }
      if (begins.contains(number - gap)) {
        flows.add(meter.between(firsts.removeFirst(), luma));
      }
    }

    ShotStudy study() {
      return new ShotStudy(colours, CameraReading.of(flows, pairSeconds));
    }
  }
}
