package io.wan4j.cli;

import io.wan4j.engine.wan.CatalogueChoice;
import io.wan4j.engine.wan.catalogue.CheckpointCard;
import io.wan4j.engine.wan.catalogue.CheckpointCatalogue;
import io.wan4j.engine.wan.catalogue.CheckpointChooser;
import io.wan4j.engine.wan.catalogue.Choice;
import io.wan4j.engine.wan.catalogue.InstalledCheckpoints;
import io.wan4j.engine.wan.catalogue.Task;
import io.wan4j.engine.wan.catalogue.Wish;
import io.wan4j.engine.wan.fit.Bytes;
import io.wan4j.engine.wan.fit.DeviceMemory;
import io.wan4j.engine.wan.fit.MachineSpeed;
import io.wan4j.engine.wan.fit.Options;
import io.wan4j.engine.wan.fit.Placement;
import io.wan4j.engine.wan.fit.Residence;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * For each model of the API and each of its tasks: the open checkpoint that stands in for it here,
 * whether it is installed, in which size a film of five seconds fits, and what one run of it will
 * take.
 */
final class CheckpointTable {
  private static final int WIDTH = 1280;
  private static final int HEIGHT = 720;
  private static final double SECONDS = 5;
  private static final Path NOWHERE = Path.of("not-installed");

  private final Checkpoints checkpoints;
  private final CheckpointCatalogue catalogue;
  private final DeviceMemory memory;
  private final Options options;
  private final MachineSpeed speed;

  CheckpointTable(
      Checkpoints checkpoints, DeviceMemory memory, Options options, MachineSpeed speed) {
    this.checkpoints = checkpoints;
    this.catalogue = checkpoints.catalogue();
    this.memory = memory;
    this.options = options;
    this.speed = speed;
  }

  void print(PrintStream out) {
    out.printf(
        "%-20s %-22s %-20s %-14s %-34s %s%n",
        "model", "tasks", "checkpoint", "installed", "fits on " + memory.device(), "takes here");
    for (String model : catalogue.models()) {
      Map<String, String> rows = new LinkedHashMap<>();
      for (Task task : catalogue.tasks(model)) {
        rows.merge(row(model, task), task.toString(), (a, b) -> a + ", " + b);
      }
      rows.forEach((row, tasks) -> tasks(out, model, tasks, row));
    }
    out.printf(
        "For films of %.0f s asked for in %dx%d, one run each; a longer film takes several.%n",
        SECONDS, WIDTH, HEIGHT);
  }

  /** Tasks under each other, where one line is too short for them. */
  private static void tasks(PrintStream out, String model, String tasks, String row) {
    List<String> words = List.of(tasks.split(", "));
    for (int i = 0; i < words.size(); i++) {
      out.println(
          "%-20s %-22s %s"
              .formatted(i == 0 ? model : "", words.get(i), i == 0 ? row : "  \"")
              .stripTrailing());
    }
  }

  private String row(String model, Task task) {
    Wish wish = Wish.of(task, WIDTH, HEIGHT, SECONDS).forModel(model);
    Choice here = chooser(checkpoints.installed()).choose(wish, memory);
    if (here instanceof Choice.Chosen chosen) {
      return row(chosen, "yes");
    }
    Choice anywhere = chooser(_ -> Optional.of(NOWHERE)).choose(wish, memory);
    return switch (anywhere) {
      case Choice.Chosen chosen -> row(chosen, "no, " + Bytes.words(chosen.card().downloadBytes()));
      case Choice.Refused _ -> refused(wish);
    };
  }

  private String row(Choice.Chosen chosen, String isInstalled) {
    return "%-20s %-14s %-34s %s"
        .formatted(
            chosen.card().name(),
            isInstalled,
            "%dx%dx%d, %s%s"
                .formatted(
                    chosen.size().width(),
                    chosen.size().height(),
                    chosen.size().frames(),
                    Bytes.words(chosen.memory().peak()),
                    remark(chosen.placement())),
            "about " + time(speed.seconds(chosen.operations().total())));
  }

  /** What it takes to fit. */
  private static String remark(Placement placement) {
    return (placement.fp8() ? ", fp8" : "")
        + (placement.transformer() == Residence.STREAMED ? ", streamed" : "");
  }

  /** Two figures: more would claim what is not known. */
  private static String time(double seconds) {
    double minutes = seconds / 60;
    double hours = minutes / 60;
    double days = hours / 24;
    return seconds < 100
        ? rounded(seconds) + " s"
        : minutes < 100
            ? rounded(minutes) + " min"
            : hours < 72 ? rounded(hours) + " h" : rounded(days) + " days";
  }

  private static String rounded(double value) {
    double scale = Math.pow(10, Math.max(0, Math.floor(Math.log10(Math.max(1, value))) - 1));
    return "%.0f".formatted(Math.round(value / scale) * scale);
  }

  /** The one that needs least, or why none will ever do. */
  private String refused(Wish wish) {
    CheckpointCard least =
        catalogue.preferred(wish.task()).stream()
            .min(Comparator.comparingLong(card -> card.transformer().parameters()))
            .orElseThrow();
    Choice choice =
        chooser(_ -> Optional.of(NOWHERE))
            .choose(
                wish.withCheckpoint(least.name()),
                new DeviceMemory(memory.device(), Long.MAX_VALUE, memory.total()));
    String verdict =
        choice instanceof Choice.Chosen chosen
            ? "no: needs " + Bytes.words(chosen.memory().peak())
            : "no: there is no pipeline for it yet";
    return "%-20s %-14s %-34s %s".formatted(least.name(), "", verdict, "-");
  }

  private CheckpointChooser chooser(InstalledCheckpoints whichAreHere) {
    return CatalogueChoice.chooser(catalogue, whichAreHere, options);
  }
}
