package io.wan4j.engine.previz.scene;

import io.wan4j.engine.Brief;
import io.wan4j.engine.FrameSize;
import io.wan4j.engine.Material;
import io.wan4j.engine.Progress;
import io.wan4j.engine.ShotPlan;
import io.wan4j.engine.SoundPlan;
import io.wan4j.engine.previz.Film;
import io.wan4j.storyboard.Action;
import io.wan4j.storyboard.CameraAngle;
import io.wan4j.storyboard.CameraMove;
import io.wan4j.storyboard.CastMember;
import io.wan4j.storyboard.Language;
import io.wan4j.storyboard.Look;
import io.wan4j.storyboard.MediaReference;
import io.wan4j.storyboard.Setting;
import io.wan4j.storyboard.Shot;
import io.wan4j.storyboard.ShotSize;
import io.wan4j.storyboard.Species;
import io.wan4j.storyboard.Storyboard;
import io.wan4j.storyboard.TimeOfDay;
import io.wan4j.storyboard.Weather;
import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.imageio.ImageIO;

/**
 * Paints stills for looking at. Words in any order: {@code out.png 1280x720 frame=40 seed=1 SAVANNA
 * SUNSET RAIN size:CLOSE_UP move:PAN_LEFT actor:CHEETAH:cheetah:CHASE actor:PERSON:girl:TALK}.
 */
final class StillsMain {
  private StillsMain() {}

  /** Several stills are parted by a word {@code /}. */
  public static void main(String[] words) throws IOException {
    List<String> one = new ArrayList<>();
    for (String word : words) {
      if (word.equals("/")) {
        still(one);
        one.clear();
      } else {
        one.add(word);
      }
    }
    still(one);
  }

  private static void still(List<String> words) throws IOException {
    FrameSize size = new FrameSize(1280, 720);
    int frame = 60;
    long seed = 1;
    String out = "still.png";
    ShotSize shotSize = ShotSize.UNSTATED;
    CameraAngle angle = CameraAngle.UNSTATED;
    Setting setting = Setting.UNSTATED;
    TimeOfDay time = TimeOfDay.UNSTATED;
    boolean timed = false;
    List<Weather> weather = new ArrayList<>();
    List<CameraMove> moves = new ArrayList<>();
    List<CastMember> cast = new ArrayList<>();
    for (String word : words) {
      String[] parts = word.split("[:=]");
      if (word.endsWith(".png")) {
        out = word;
      } else if (word.matches("\\d+x\\d+")) {
        String[] sides = word.split("x");
        size = new FrameSize(Integer.parseInt(sides[0]), Integer.parseInt(sides[1]));
      } else if (parts[0].equals("frame")) {
        frame = Integer.parseInt(parts[1]);
      } else if (parts[0].equals("seed")) {
        seed = Long.parseLong(parts[1]);
      } else if (parts[0].equals("size")) {
        shotSize = ShotSize.valueOf(parts[1]);
      } else if (parts[0].equals("angle")) {
        angle = CameraAngle.valueOf(parts[1]);
      } else if (parts[0].equals("move")) {
        moves.add(move(CameraMove.Kind.valueOf(parts[1])));
      } else if (parts[0].equals("actor")) {
        cast.add(member(Species.valueOf(parts[1]), parts[2], Action.valueOf(parts[3])));
      } else if (parts[0].equals("time")) {
        timed = true;
      } else if (is(Setting.class, word)) {
        setting = Setting.valueOf(word);
      } else if (is(TimeOfDay.class, word)) {
        time = TimeOfDay.valueOf(word);
      } else {
        weather.add(Weather.valueOf(word));
      }
    }
    Shot shot =
        new Shot(
            1,
            0,
            5,
            "",
            shotSize,
            angle,
            moves,
            setting,
            time,
            weather,
            new Look(Look.Style.UNSTATED, List.of(), List.of(), List.of()),
            cast,
            List.of(),
            List.of());
    Storyboard storyboard = new Storyboard("", Language.ENGLISH, 5, List.of(shot), List.of());
    Brief brief =
        new Brief(
            new Material.Words(),
            "",
            "",
            size,
            30,
            150,
            seed,
            ShotPlan.SINGLE,
            new SoundPlan.Silent());
    try (ExecutorService painters = Executors.newFixedThreadPool(2)) {
      long before = cpu();
      Film film =
          new SceneFilmMaker(given -> storyboard, (given, board) -> Mouths.SHUT, painters)
              .make(brief, Progress.NONE);
      long ready = cpu();
      int[] pixels = new int[size.pixels()];
      film.paint(frame, pixels);
      BufferedImage image =
          new BufferedImage(size.width(), size.height(), BufferedImage.TYPE_INT_RGB);
      image.setRGB(0, 0, size.width(), size.height(), pixels, 0, size.width());
      ImageIO.write(image, "png", new File(out));
      System.out.printf(Locale.ROOT, "%s set up %.0f ms%n", out, (ready - before) / 1e6);
      if (timed) {
        for (int i = 0; i < 90; i++) {
          film.paint(i, pixels);
        }
        long start = cpu();
        for (int i = 0; i < 60; i++) {
          film.paint(i * 2, pixels);
        }
        System.out.printf(Locale.ROOT, "frame %.1f ms%n", (cpu() - start) / 60e6);
        long again = cpu();
        new SceneFilmMaker(given -> storyboard, (given, board) -> Mouths.SHUT, painters)
            .make(brief, Progress.NONE);
        System.out.printf(Locale.ROOT, "set up warm %.0f ms%n", (cpu() - again) / 1e6);
      }
    }
  }

  /** Processor time of the whole process, so that busy neighbours do not count. */
  private static long cpu() {
    return ((com.sun.management.OperatingSystemMXBean)
            java.lang.management.ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }

  private static <E extends Enum<E>> boolean is(Class<E> kind, String word) {
    for (E value : kind.getEnumConstants()) {
      if (value.name().equals(word)) {
        return true;
      }
    }
    return false;
  }

  private static CameraMove move(CameraMove.Kind kind) {
    return new CameraMove(
        kind, CameraMove.Speed.NORMAL, CameraMove.Strength.NORMAL, CameraMove.Easing.SMOOTH, 0, 1);
  }

  private static CastMember member(Species species, String noun, Action action) {
    return new CastMember(
        noun,
        species,
        CastMember.Age.UNSTATED,
        CastMember.Sex.UNSTATED,
        1,
        action,
        "",
        CastMember.Heading.UNSTATED,
        List.of(),
        List.of(),
        MediaReference.NONE);
  }
}
