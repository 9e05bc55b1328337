package io.wan4j.engine.previz.scene;

import io.wan4j.engine.Brief;
import io.wan4j.engine.Progress;
import io.wan4j.engine.previz.Film;
import io.wan4j.engine.previz.FilmMaker;
import io.wan4j.engine.previz.look.LookFinish;
import io.wan4j.engine.previz.paint.Colour;
import io.wan4j.engine.previz.paint.Grade;
import io.wan4j.engine.previz.scenery.Places;
import io.wan4j.engine.previz.scenery.Scenery;
import io.wan4j.engine.previz.scenery.Stage;
import io.wan4j.storyboard.Look;
import io.wan4j.storyboard.Shot;
import io.wan4j.storyboard.Storyboard;
import io.wan4j.storyboard.Weather;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Makes the film of a storyboard: paints its places, casts, stages, frames and moves its shots. */
public final class SceneFilmMaker implements FilmMaker {
  /** Before the back wall of a room. */
  private static final double DEEPEST_INDOORS = 2.3;

  private static final double DEEPEST = 9;

  private static final Map<String, Pattern> IN_THE_AIR =
      Map.of(
          "fireworks", words("fireworks?|烟花|烟火|焰火"),
          "petals", words("petal|cherry blossom|confetti|花瓣|樱花|彩带"),
          "leaves", words("(?:falling|autumn|fallen) leaves|落叶"),
          "fireflies", words("firefl(?:y|ies)|萤火虫"));

  private final Function<Brief, Storyboard> reading;
  private final BiFunction<Brief, Storyboard, Mouths> voices;
  private final PlacePainter places;

  /**
   * @param reading how a brief's words are understood
   * @param voices how mouths move with the sound of the film
   * @param painters threads that paint layers; never the one that calls
   */
  public SceneFilmMaker(
      Function<Brief, Storyboard> reading,
      BiFunction<Brief, Storyboard, Mouths> voices,
      ExecutorService painters) {
    this(reading, voices, PlacePainter.on(painters));
  }

  SceneFilmMaker(
      Function<Brief, Storyboard> reading,
      BiFunction<Brief, Storyboard, Mouths> voices,
      PlacePainter places) {
    this.reading = reading;
    this.voices = voices;
    this.places = places;
  }

  @Override
  public Film make(Brief brief, Progress progress) {
    return film(brief, progress);
  }

  /** The mask pass of the same film, for looking whether everybody is to be seen. */
  public CastPass castPass(Brief brief, Progress progress) {
    return film(brief, progress);
  }

  /** The film with its shots at hand. */
  SceneFilm film(Brief brief, Progress progress) {
    Storyboard storyboard = reading.apply(brief);
    Mouths mouths = voices.apply(brief, storyboard);
    Stage stage = new Stage(brief.size(), brief.seed());
    Casting casting = new Casting(brief.seed());
    Map<Location, Scenery> painted = new HashMap<>();
    Map<Location, Bloom> blooms = new HashMap<>();
    Map<Look, LookFinish> looks = new HashMap<>();
    List<SceneFilm.Cut> cuts = new ArrayList<>();
    for (Shot shot : storyboard.shots()) {
      progress.throwIfCancelled();
      int first = (int) Math.round(shot.start() * brief.frameRate());
      if (first >= brief.frameCount()) {
        break;
      }
      Location location = Location.of(shot);
      Scenery scenery = painted.computeIfAbsent(location, where -> places.paint(stage, where));
      Bloom bloom = blooms.computeIfAbsent(location, where -> new Bloom(stage, scenery.light()));
      cuts.add(
          new SceneFilm.Cut(
              first,
              view(brief, shot, location, scenery, bloom, casting, mouths),
              looks.computeIfAbsent(
                  shot.look(), look -> LookFinish.of(look, brief.size(), brief.seed()))));
    }
    Grade grade = new Grade(brief.size().width(), brief.size().height(), brief.seed());
    return new SceneFilm(cuts, brief.frameRate(), grade);
  }

  private static ShotView view(
      Brief brief,
      Shot shot,
      Location location,
      Scenery scenery,
      Bloom bloom,
      Casting casting,
      Mouths voiced) {
    long seed = brief.seed() * 97 + shot.number();
    boolean indoors = Places.indoors(location.place());
    Framing framing = new Framing(scenery.stage());
    List<Role> roles =
        framing.placed(shot, Staging.of(casting, shot, seed), indoors ? DEEPEST_INDOORS : DEEPEST);
    Camera framed = framing.of(shot, roles);
    if (CameraPath.stands(shot.camera())) {
      roles = framing.crossing(roles, framed, shot.seconds());
    }
    CameraPath path =
        new CameraPath(
            scenery.stage(),
            framed,
            shot.camera(),
            shot.seconds(),
            roles.isEmpty() ? null : roles.getFirst(),
            seed);
    Mouths mouths = Speaking.of(shot, voiced);
    return new ShotView(
        scenery,
        roles,
        path,
        shot.start(),
        shot.seconds(),
        mouths,
        atmosphere(shot, location, scenery),
        bloom);
  }

  /** What the words themselves put into the air. */
  private static Optional<String> named(Shot shot) {
    return IN_THE_AIR.entrySet().stream()
        .filter(entry -> entry.getValue().matcher(shot.text()).find())
        .map(Map.Entry::getKey)
        .findFirst();
  }

  private static Pattern words(String pattern) {
    return Pattern.compile(pattern, Pattern.CASE_INSENSITIVE);
  }

  private static Atmosphere atmosphere(Shot shot, Location location, Scenery scenery) {
    double wind = location.weather().wind();
    Stage stage = scenery.stage();
    Colour pale = scenery.light().cloudLit().mix(Colour.of(255, 255, 255), 0.35);
    if (!Places.indoors(location.place())) {
      for (Weather weather : shot.weather()) {
        switch (weather) {
          case RAIN -> {
            return new Atmosphere(stage, Atmosphere.Kind.RAIN, 0.8, wind, pale);
          }
          case STORM, THUNDERSTORM -> {
            Atmosphere storm = new Atmosphere(stage, Atmosphere.Kind.RAIN, 1.4, 1, pale);
            return shot.weather().contains(Weather.THUNDERSTORM) ? storm.withLightning() : storm;
          }
          case SNOW -> {
            return new Atmosphere(stage, Atmosphere.Kind.SNOW, 1, wind, pale);
          }
          case SANDSTORM -> {
            return new Atmosphere(stage, Atmosphere.Kind.SAND, 1.3, 1, scenery.light().haze());
          }
          case WIND -> {
            return new Atmosphere(stage, Atmosphere.Kind.LEAVES, 1, wind, Colour.of(206, 150, 70));
          }
          case CLEAR, CLOUD, FOG -> {
            // nothing falls
          }
        }
      }
    }
    return switch (named(shot).orElse(scenery.particles())) {
      case "fireworks" ->
          new Atmosphere(stage, Atmosphere.Kind.FIREWORKS, 1, 0, scenery.light().sun());
      case "leaves" ->
          new Atmosphere(stage, Atmosphere.Kind.LEAVES, 1, wind, Colour.of(206, 150, 70));
      case "dust" -> new Atmosphere(stage, Atmosphere.Kind.DUST, 1, wind, scenery.light().sun());
      case "petals" ->
          new Atmosphere(stage, Atmosphere.Kind.PETALS, 1, wind, Colour.of(250, 190, 206));
      case "fireflies" ->
          new Atmosphere(stage, Atmosphere.Kind.FIREFLIES, 1, wind, Colour.of(226, 240, 120));
      case "bubbles" ->
          new Atmosphere(stage, Atmosphere.Kind.BUBBLES, 1, 0, Colour.of(200, 236, 244));
      default -> new Atmosphere(stage, Atmosphere.Kind.NONE, 0, 0, pale);
    };
  }
}
