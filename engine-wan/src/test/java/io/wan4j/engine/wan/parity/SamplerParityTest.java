package io.wan4j.engine.wan.parity;

import com.fasterxml.jackson.databind.JsonNode;
import io.wan4j.engine.wan.sampler.DpmSolverSampler;
import io.wan4j.engine.wan.sampler.EulerSampler;
import io.wan4j.engine.wan.sampler.Sampler;
import io.wan4j.engine.wan.sampler.SigmaSchedule;
import io.wan4j.engine.wan.sampler.SigmaSchedule.Rule;
import io.wan4j.engine.wan.sampler.UniPcSampler;
import io.wan4j.torch.LibtorchRequired;
import io.wan4j.torch.Scope;
import io.wan4j.torch.Tensor;
import io.wan4j.torch.Weights;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(LibtorchRequired.class)
class SamplerParityTest {
  private static final double SIGMA = 1e-6;
  private static final double TRAJECTORY = 1e-5;

  @Test
  void trajectoriesAreEqual() {
    ParityTable table = new ParityTable("sampler");
    Path folder = Fixtures.folder("scheduler");
    Weights cases = Weights.file(folder.resolve("cases.safetensors"));
    for (JsonNode one : Fixtures.json(folder.resolve("cases.json"))) {
      String name = one.get("name").asText();
      SigmaSchedule schedule = schedule(one);
      try (Scope _ = Scope.open();
          Sampler sampler = sampler(one, schedule)) {
        Tensor sigmas = Tensor.of(schedule.sigmas(), schedule.sigmas().length);
        table.check(name + " sigmas", sigmas, cases.get(name + ".sigmas"), SIGMA);
        Tensor timesteps = Tensor.of(schedule.timesteps(), schedule.steps());
        table.check(
            name + " timesteps",
            Fixtures.error(timesteps, cases.get(name + ".timesteps")),
            cases.dtype(name + ".timesteps").isFloating() ? SIGMA : 0);
        Tensor x = cases.get("initial_sample");
        double worst = 0;
        for (int i = 0; i < schedule.steps(); i++) {
          x = sampler.step(i, x, cases.get("model_outputs").select(0, i).reshape(x.shape()));
          Tensor expected = cases.get(name + ".samples").select(0, i);
          worst = Math.max(worst, Fixtures.error(x, expected));
        }
        table.check(name + " samples", worst, TRAJECTORY);
      }
    }
    table.print();
  }

  private static SigmaSchedule schedule(JsonNode one) {
    int steps = one.get("steps").intValue();
    double shift = one.get("shift").doubleValue();
    String rule = one.get("sigma_rule").asText();
    if (one.has("denoising_step_list")) {
      int[] list = new int[steps];
      for (int i = 0; i < steps; i++) {
        list[i] = one.get("denoising_step_list").get(i).intValue();
      }
      return SigmaSchedule.distilled(shift, list);
    }
    if (rule.startsWith("custom list")) {
      String list = rule.substring(rule.indexOf('[') + 1, rule.indexOf(']'));
      return SigmaSchedule.ofSigmas(
          Arrays.stream(list.split(",")).mapToDouble(Double::parseDouble).toArray());
    }
    return SigmaSchedule.of(rule(one.get("kind").asText(), rule), steps, shift);
  }

  private static Rule rule(String kind, String rule) {
    return switch (kind) {
      case "unipc" ->
          rule.contains(">=0.37") || rule.contains(">= 0.37")
              ? Rule.UNIPC_DIFFUSERS
              : Rule.UNIPC_WAN;
      case "dpm++2M" -> rule.startsWith("wan") ? Rule.DPM_WAN : Rule.UNIPC_WAN;
      default -> rule.startsWith("linspace") ? Rule.EULER : Rule.EULER_DIFFUSERS;
    };
  }

  private static Sampler sampler(JsonNode one, SigmaSchedule schedule) {
    return switch (one.get("kind").asText()) {
      case "unipc" ->
          new UniPcSampler(
              schedule, one.has("solver_order") ? one.get("solver_order").intValue() : 2);
      case "dpm++2M" -> new DpmSolverSampler(schedule);
      case "euler" -> new EulerSampler(schedule);
      default -> throw new AssertionError("a kind of sampler that is not known: " + one);
    };
  }
}
