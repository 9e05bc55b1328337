package io.wan4j.storyboard;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads the moves of the camera, their order, speed and reach. Works on one text, once. */
final class CameraReader {
  private static final int MOST_MOVES = 8;

  /** A direction belongs to the verb before it within so many tokens. */
  private static final int DIRECTION_REACH = 7;

  private final Reading reading;
  private final List<Planned> moves = new ArrayList<>();
  private int step = -1;
  private boolean stepNext = true;
  private boolean moved;

  private CameraReader(Reading reading) {
    this.reading = reading;
  }

  /** A move and the step of the shot it happens in; moves of one step happen together. */
  private record Planned(
      CameraMove.Kind kind,
      int step,
      CameraMove.Speed speed,
      CameraMove.Strength strength,
      CameraMove.Easing easing) {}

  static List<CameraMove> read(Reading reading) {
    CameraReader reader = new CameraReader(reading);
    for (Span sentence : reading.sentences()) {
      reader.read(reading.within(sentence).toList());
    }
    return reader.timed();
  }

  private void read(List<Match> sentence) {
    stepNext = true;
    moved = false;
    boolean camera = cameraLeads(sentence);
    boolean acting = false;
    for (int i = 0; i < sentence.size(); i++) {
      Match match = sentence.get(i);
      if (match.has(Sense.Lens.class)) {
        camera = true;
      } else if (isSubject(match, acting)) {
        camera = false;
      }
      match
          .as(Sense.Link.class)
          .ifPresent(link -> stepNext = link.order() == Sense.Order.AFTERWARDS || !moved);
      Optional<Sense.Move> move = match.as(Sense.Move.class);
      Optional<Sense.Motion> motion = match.as(Sense.Motion.class);
      if (move.isPresent()) {
        acting = true;
        add(move.get().kind(), sentence, i);
      } else if (motion.isPresent() && (camera || !motion.get().verb().needsCamera())) {
        acting = true;
        addDirected(motion.get().verb(), sentence, i);
      } else if (match.has(Sense.Doing.class) && !camera) {
        acting = false;
      }
    }
  }

  /** Whether the camera is what the sentence speaks of first: named first, or nobody is named. */
  private static boolean cameraLeads(List<Match> sentence) {
    for (Match match : sentence) {
      if (match.has(Sense.Lens.class)) {
        return true;
      }
      if (match.has(Sense.Motion.class) && !match.has(Sense.Being.class)) {
        // An order to the camera: "Move down and pan right" comes before anybody is named.
        return true;
      }
      if (isSubject(match, false) || match.has(Sense.Doing.class)) {
        return laterCamera(sentence) && match.has(Sense.Doing.class);
      }
    }
    return false;
  }

  private static boolean laterCamera(List<Match> sentence) {
    return sentence.stream().anyMatch(match -> match.has(Sense.Lens.class));
  }

  private static boolean isSubject(Match match, boolean cameraActs) {
    boolean named =
        match.has(Sense.Reference.class)
            || match.has(Sense.Being.class)
            || match.has(Sense.Pronoun.class);
    return named && !cameraActs;
  }

  private void addDirected(CameraVerb verb, List<Match> sentence, int index) {
    Match match = sentence.get(index);
    List<Direction> directions = directions(sentence, index);
    boolean any = false;
    for (Direction direction : directions) {
      add(verb.move(direction), sentence, index);
      any = true;
    }
    if (!any) {
      verb.move().ifPresent(kind -> add(kind, sentence, index));
    }
    if (match.has(Sense.Motion.class)
        && (verb == CameraVerb.TRACK || verb == CameraVerb.GO_WITH)
        && any) {
      add(CameraMove.Kind.FOLLOW, sentence, index);
    }
  }

  /** Directions behind the verb up to the next verb; else one just before it ("lateral left"). */
  private static List<Direction> directions(List<Match> sentence, int index) {
    List<Direction> found = new ArrayList<>();
    int end = sentence.get(index).to();
    for (int i = index + 1; i < sentence.size(); i++) {
      Match match = sentence.get(i);
      boolean far = match.from() - end > DIRECTION_REACH;
      if (far || match.has(Sense.Motion.class) || match.has(Sense.Move.class)) {
        break;
      }
      boolean added = way(match).map(found::add).orElse(false);
      if (added) {
        end = match.to();
      } else if (match.has(Sense.Link.class)) {
        break;
      }
    }
    if (found.isEmpty() && index > 0) {
      Match match = sentence.get(index - 1);
      if (sentence.get(index).from() - match.to() <= 1) {
        way(match).ifPresent(found::add);
      }
    }
    return found.stream().distinct().limit(2).toList();
  }

  private static Optional<Direction> way(Match match) {
    return match
        .as(Sense.Way.class)
        .map(Sense.Way::direction)
        .filter(direction -> direction != Direction.SIDEWAYS);
  }

  private void add(CameraMove.Kind kind, List<Match> sentence, int index) {
    boolean opposed = moves.stream().anyMatch(m -> m.step() == step && opposes(m.kind(), kind));
    if (stepNext || opposed) {
      step++;
      stepNext = false;
    }
    moved = true;
    boolean repeated = moves.stream().anyMatch(m -> m.kind() == kind && m.step() >= step - 1);
    if (repeated || moves.size() >= MOST_MOVES) {
      return;
    }
    Manner manner = Manner.near(sentence, index);
    moves.add(new Planned(kind, step, manner.speed(), manner.strength(), manner.easing()));
  }

  private static final List<Set<CameraMove.Kind>> OPPOSITES =
      List.of(
          Set.of(CameraMove.Kind.PAN_LEFT, CameraMove.Kind.PAN_RIGHT),
          Set.of(CameraMove.Kind.TILT_UP, CameraMove.Kind.TILT_DOWN),
          Set.of(CameraMove.Kind.DOLLY_IN, CameraMove.Kind.DOLLY_OUT),
          Set.of(CameraMove.Kind.TRUCK_LEFT, CameraMove.Kind.TRUCK_RIGHT),
          Set.of(CameraMove.Kind.PEDESTAL_UP, CameraMove.Kind.PEDESTAL_DOWN),
          Set.of(CameraMove.Kind.CRANE_UP, CameraMove.Kind.CRANE_DOWN),
          Set.of(CameraMove.Kind.ZOOM_IN, CameraMove.Kind.ZOOM_OUT),
          Set.of(CameraMove.Kind.ORBIT_LEFT, CameraMove.Kind.ORBIT_RIGHT));

  private static boolean opposes(CameraMove.Kind one, CameraMove.Kind other) {
    return one != other && OPPOSITES.stream().anyMatch(p -> p.contains(one) && p.contains(other));
  }

  private List<CameraMove> timed() {
    int steps = (int) moves.stream().map(Planned::step).distinct().count();
    List<CameraMove> timed = new ArrayList<>();
    int position = -1;
    int last = -1;
    for (Planned move : moves) {
      if (move.step() != last) {
        last = move.step();
        position++;
      }
      double start = (double) position / steps;
      double end = (double) (position + 1) / steps;
      boolean lasts = lastsThroughout(move.kind());
      timed.add(
          new CameraMove(
              move.kind(),
              move.speed(),
              move.strength(),
              move.easing(),
              lasts ? 0 : start,
              lasts || move.kind() == CameraMove.Kind.FOLLOW ? 1 : end));
    }
    return timed;
  }

  private static boolean lastsThroughout(CameraMove.Kind kind) {
    return switch (kind) {
      case HANDHELD, AERIAL, OVERHEAD, POINT_OF_VIEW -> true;
      default -> false;
    };
  }

  /** How a move is made, from the words around it. */
  private record Manner(
      CameraMove.Speed speed, CameraMove.Strength strength, CameraMove.Easing easing) {
    private static final int REACH = 6;

    static Manner near(List<Match> sentence, int index) {
      Match verb = sentence.get(index);
      CameraMove.Speed speed = CameraMove.Speed.NORMAL;
      CameraMove.Strength strength = CameraMove.Strength.NORMAL;
      CameraMove.Easing easing = CameraMove.Easing.SMOOTH;
      for (Match match : sentence) {
        int distance = Math.max(verb.from() - match.to(), match.from() - verb.to());
        if (distance > REACH) {
          continue;
        }
        speed = match.as(Sense.Pace.class).map(Sense.Pace::speed).orElse(speed);
        strength = match.as(Sense.Extent.class).map(Sense.Extent::strength).orElse(strength);
        easing = match.as(Sense.Ease.class).map(Sense.Ease::easing).orElse(easing);
      }
      return new Manner(speed, strength, easing);
    }
  }
}
