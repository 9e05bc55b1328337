package io.wan4j.engine.previz.scene;

import static org.assertj.core.api.Assertions.assertThat;

import io.wan4j.engine.FrameSize;
import io.wan4j.engine.previz.Film;
import io.wan4j.engine.previz.actor.Motion;
import io.wan4j.engine.previz.actor.Rigs;
import io.wan4j.engine.previz.scenery.Stage;
import io.wan4j.storyboard.Action;
import io.wan4j.storyboard.CameraMove;
import io.wan4j.storyboard.CastMember;
import io.wan4j.storyboard.Setting;
import io.wan4j.storyboard.Species;
import io.wan4j.storyboard.TimeOfDay;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_video.DISOpticalFlow;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Moves go the way their names say, measured in the painted frames by optical flow. */
class CameraPathTest {
  private static final FrameSize SIZE = new FrameSize(320, 180);
  private static final int FROM = 28;
  private static final int TO = 31;

  private static ExecutorService painters;

  @BeforeAll
  static void hire() {
    painters = Executors.newFixedThreadPool(2);
  }

  @AfterAll
  static void dismiss() {
    painters.shutdownNow();
  }

  /** Flow of the picture in pixels over three frames. */
  private record Flow(double right, double down, double outward, double far, double near) {}

  @Test
  void panningMovesThePictureTheOtherWay() {
    assertThat(flow(CameraMove.Kind.PAN_RIGHT).right()).isLessThan(-1);
    assertThat(flow(CameraMove.Kind.PAN_LEFT).right()).isGreaterThan(1);
  }

  @Test
  void tiltingMovesThePictureTheOtherWay() {
    assertThat(flow(CameraMove.Kind.TILT_UP).down()).isGreaterThan(0.5);
    assertThat(flow(CameraMove.Kind.TILT_DOWN).down()).isLessThan(-0.5);
  }

  @Test
  void truckingMovesNearThingsMoreThanFarOnes() {
    Flow right = flow(CameraMove.Kind.TRUCK_RIGHT);
    assertThat(right.near()).isLessThan(-2);
    assertThat(Math.abs(right.far())).isLessThan(0.4 * Math.abs(right.near()));
    assertThat(flow(CameraMove.Kind.TRUCK_LEFT).near()).isGreaterThan(2);
  }

  @Test
  void goingInOpensThePictureAndGoingOutClosesIt() {
    assertThat(flow(CameraMove.Kind.ZOOM_IN).outward()).isGreaterThan(0.2);
    assertThat(flow(CameraMove.Kind.ZOOM_OUT).outward()).isLessThan(-0.2);
    assertThat(flow(CameraMove.Kind.DOLLY_IN).outward()).isGreaterThan(0.1);
    assertThat(flow(CameraMove.Kind.DOLLY_OUT).outward()).isLessThan(-0.1);
  }

  /** A cat on the floor does not slip out below while the camera goes in on it. */
  @Test
  void goingInKeepsTheLeadInThePicture() {
    Role cat = new Role("cat", Rigs.named("cat", 1), Motion.LIE, 0, 0, 0, 1.5, 1, 0, 0, 1);
    Stage stage = new Stage(SIZE, 1);
    for (CameraMove.Kind kind : List.of(CameraMove.Kind.ZOOM_IN, CameraMove.Kind.DOLLY_IN)) {
      CameraPath path =
          new CameraPath(stage, Camera.HOME.moved(0, 0, 0.5), List.of(Shots.move(kind)), 5, cat, 1);
      for (double time = 0; time <= 5; time += 0.5) {
        double back = path.at(time).groundRow(1.5) - 10 * path.at(time).size(1.5);
        assertThat(back).as("%s after %s s", kind, time).isBetween(0.0, Stage.HEIGHT);
      }
    }
  }

  @Test
  void risingMovesTheGroundDown() {
    assertThat(flow(CameraMove.Kind.CRANE_UP).down()).isGreaterThan(0.2);
    assertThat(flow(CameraMove.Kind.CRANE_DOWN).down()).isLessThan(-0.2);
    assertThat(flow(CameraMove.Kind.PEDESTAL_UP).down()).isGreaterThan(0.1);
    assertThat(flow(CameraMove.Kind.PEDESTAL_DOWN).down()).isLessThan(-0.1);
  }

  @Test
  void orbitingTurnsNearAndFarAgainstEachOther() {
    Flow right =
        flow(CameraMove.Kind.ORBIT_RIGHT, Shots.member(Species.PERSON, "man", Action.STAND));
    Flow left = flow(CameraMove.Kind.ORBIT_LEFT, Shots.member(Species.PERSON, "man", Action.STAND));
    assertThat(right.far()).isGreaterThan(0.5);
    assertThat(left.far()).isLessThan(-0.5);
    assertThat(right.far() - right.near()).as("parallax").isGreaterThan(1);
  }

  @Test
  void aStaticCameraStands() {
    Flow still = flow(CameraMove.Kind.STATIC);
    assertThat(Math.abs(still.right())).isLessThan(0.3);
    assertThat(Math.abs(still.down())).isLessThan(0.3);
  }

  @Test
  void followingARunnerMovesTheGroundBackwards() {
    Flow follow = flow(CameraMove.Kind.FOLLOW, Shots.member(Species.WOLF, "wolf", Action.RUN));
    assertThat(follow.near()).isLessThan(-2);
  }

  private static Flow flow(CameraMove.Kind kind, CastMember... cast) {
    Film film =
        Shots.film(
            SIZE,
            3,
            painters,
            Shots.shot(
                1,
                0,
                2,
                Setting.MOUNTAINS,
                TimeOfDay.DAY,
                List.of(Shots.move(kind)),
                List.of(cast),
                List.of()));
    try (Mat before = grey(film, FROM);
        Mat after = grey(film, TO);
        Mat flow = new Mat();
        DISOpticalFlow method = DISOpticalFlow.create(DISOpticalFlow.PRESET_MEDIUM)) {
      method.calc(before, after, flow);
      float[] vectors = new float[2 * SIZE.pixels()];
      new FloatPointer(flow.data()).get(vectors);
      return mean(vectors);
    }
  }

  private static Flow mean(float[] vectors) {
    double right = 0;
    double down = 0;
    double outward = 0;
    double far = 0;
    double near = 0;
    int width = SIZE.width();
    int height = SIZE.height();
    int farCount = 0;
    int nearCount = 0;
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        double u = vectors[2 * (y * width + x)];
        double v = vectors[2 * (y * width + x) + 1];
        double dx = x - width / 2.0;
        double dy = y - height / 2.0;
        right += u;
        down += v;
        outward += (u * dx + v * dy) / Math.max(1, Math.hypot(dx, dy));
        if (y > height * 0.25 && y < height * 0.42) {
          far += u;
          farCount++;
        } else if (y > height * 0.86) {
          near += u;
          nearCount++;
        }
      }
    }
    int count = width * height;
    return new Flow(right / count, down / count, outward / count, far / farCount, near / nearCount);
  }

  private static Mat grey(Film film, int frame) {
    int[] pixels = new int[SIZE.pixels()];
    film.paint(frame, pixels);
    byte[] luma = new byte[pixels.length];
    for (int i = 0; i < pixels.length; i++) {
      luma[i] =
          (byte) (((pixels[i] >> 16 & 255) + 2 * (pixels[i] >> 8 & 255) + (pixels[i] & 255)) / 4);
    }
    Mat mat = new Mat(SIZE.height(), SIZE.width(), opencv_core.CV_8UC1);
    new BytePointer(mat.data()).put(luma);
    return mat;
  }
}
