package io.wan4j.engine.previz.scenery;

import io.wan4j.engine.EngineException;
import io.wan4j.engine.previz.paint.Colour;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** Every place that can be painted, by name, and how to paint it. */
public final class Places {
  /** The hours there is a light for. */
  public static final List<String> HOURS = List.of("dawn", "day", "sunset", "dusk", "night");

  /**
   * A place.
   *
   * @param material the file of its colours
   * @param indoors whether it has a roof
   * @param floating whether there is no ground
   * @param particles what floats in its air
   * @param under what the place does to the light of the hour
   */
  private record Entry(
      String material,
      boolean indoors,
      boolean floating,
      String particles,
      UnaryOperator<Light> under,
      Consumer<Studio> set) {}

  /** What gives way to fireflies after dark. */
  private static final Set<String> GLOW_AT_NIGHT = Set.of("dust", "leaves");

  private static final Map<String, Entry> ENTRIES = new LinkedHashMap<>();

  /** What may be added to a place: {@code lake+tree}. */
  private static final Map<String, PlacePlan> BESIDE = PlacePlan.read("beside.txt");

  private static final String AND = "+";

  static {
    for (String file : List.of("natural.txt", "water.txt", "towns.txt")) {
      PlacePlan.read(file).forEach((name, plan) -> ENTRIES.put(name, entry(plan)));
    }
    open("sky", "sea", "none", OtherWorlds::sky);
    roofed("room", Rooms::room);
    roofed("kitchen", Rooms::kitchen);
    roofed("cafe", Rooms::cafe);
    roofed("study", Rooms::study);
    roofed("factory", "hall", WorkPlaces::factory);
    roofed("bakery", "room", WorkPlaces::bakery);
    roofed("shop", "hall", WorkPlaces::shop);
    roofed("library", "library", WorkPlaces::library);
    roofed("office", "office", WorkPlaces::office);
    roofed("studio", Rooms::studio);
    roofed("stage", Rooms::stage);
    roofed("cave", "cave", Rooms::cave);
    ENTRIES.put(
        "space", new Entry("space", false, true, "none", Light::inSpace, OtherWorlds::space));
    ENTRIES.put(
        "planet", new Entry("space", false, false, "none", Light::inSpace, OtherWorlds::planet));
  }

  private Places() {}

  private static Entry entry(PlacePlan plan) {
    UnaryOperator<Light> under =
        plan.light().equals("underwater") ? Light::underwater : UnaryOperator.identity();
    return new Entry(plan.material(), false, plan.floating(), plan.air(), under, plan::build);
  }

  private static void open(String name, String material, String particles, Consumer<Studio> set) {
    ENTRIES.put(name, new Entry(material, false, false, particles, UnaryOperator.identity(), set));
  }

  private static void roofed(String name, Consumer<Studio> set) {
    roofed(name, "room", set);
  }

  private static void roofed(String name, String material, Consumer<Studio> set) {
    ENTRIES.put(name, new Entry(material, true, false, "dust", Light::indoors, set));
  }

  public static Set<String> names() {
    return ENTRIES.keySet();
  }

  public static boolean indoors(String place) {
    return entry(place).indoors();
  }

  /**
   * What the weather does to a place.
   *
   * @param cover how closed the clouds are, 0 to 1
   * @param wind 0 to 1
   * @param fog 0 to 1
   * @param lying on the ground and, if sand, in the air
   */
  public record Weather(double cover, double wind, double fog, Lying lying) {}

  /** What the weather lays over everything. */
  public enum Lying {
    NOTHING,
    SNOW,
    SAND
  }

  /**
   * Paints a place.
   *
   * @param painters paints the pieces side by side; not the thread that calls
   * @throws EngineException when there is no such place or hour
   */
  public static Scenery paint(
      Stage stage, String place, String hour, Weather weather, ExecutorService painters) {
    Entry entry = entry(place);
    Light light = Light.of(hour);
    if (weather.cover() > 0 && !entry.indoors() && !entry.floating()) {
      light = light.overcast(weather.cover());
    }
    Materials materials = Materials.of(entry.material());
    if (!entry.indoors() && !entry.floating()) {
      materials = weather.lying() == Lying.SNOW ? materials.underSnow() : materials;
      light = weather.lying() == Lying.SAND ? light.throughSand() : light;
    }
    light = entry.under().apply(light);
    Studio studio = new Studio(stage, light, materials, weather.wind());
    entry.set().accept(studio);
    beside(place).ifPresent(plan -> plan.build(studio));
    List<Piece> pieces = new ArrayList<>(painted(studio.pieces(), painters));
    pieces.sort(Comparator.comparing(Piece::depth).reversed());
    if (weather.fog() > 0 && !entry.indoors()) {
      fog(pieces, light, weather.fog());
    }
    return new Scenery(
        stage,
        pieces,
        light,
        stage.width() * light.sunX(),
        Stage.HORIZON * light.sunY(),
        light.stars() >= 0.3 && !entry.indoors() && GLOW_AT_NIGHT.contains(entry.particles())
            ? "fireflies"
            : entry.particles(),
        entry.floating());
  }

  /** Sheets of fog between the depths of a place, thicker with distance. */
  private static void fog(List<Piece> pieces, Light light, double fog) {
    Colour colour = light.haze().mix(light.cloudLit(), 0.35);
    for (double depth : new double[] {20, 8, 4.4, 2.8}) {
      int at = 0;
      while (at < pieces.size() && pieces.get(at).depth() > depth) {
        at++;
      }
      double strength = fog * (0.34 + 0.02 * depth);
      pieces.add(
          at,
          new Piece.Air(colour, depth, Stage.HORIZON + 60 / depth, 200 + 420 / depth, strength));
    }
  }

  private static List<Piece> painted(List<Callable<Piece>> work, ExecutorService painters) {
    List<Future<Piece>> coming = work.stream().map(painters::submit).toList();
    List<Piece> pieces = new ArrayList<>();
    try {
      for (Future<Piece> piece : coming) {
        pieces.add(piece.get());
      }
    } catch (InterruptedException e) {
      coming.forEach(piece -> piece.cancel(true));
      Thread.currentThread().interrupt();
      throw new io.wan4j.engine.CancelledException();
    } catch (ExecutionException e) {
      coming.forEach(piece -> piece.cancel(true));
      throw new EngineException("a layer of the scene could not be painted", e.getCause());
    }
    return pieces;
  }

  /** The place with something of {@code beside.txt} in it. */
  public static String with(String place, String beside) {
    return place + AND + beside;
  }

  private static Optional<PlacePlan> beside(String place) {
    int and = place.indexOf(AND);
    return and < 0 ? Optional.empty() : Optional.ofNullable(BESIDE.get(place.substring(and + 1)));
  }

  private static Entry entry(String place) {
    Entry entry = ENTRIES.get(place.contains(AND) ? place.substring(0, place.indexOf(AND)) : place);
    if (entry == null || place.contains(AND) && beside(place).isEmpty()) {
      throw new EngineException("no place " + place + "; there are " + ENTRIES.keySet());
    }
    return entry;
  }
}
