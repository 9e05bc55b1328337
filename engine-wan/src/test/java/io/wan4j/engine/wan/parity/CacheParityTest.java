package io.wan4j.engine.wan.parity;

import com.fasterxml.jackson.databind.JsonNode;
import io.wan4j.engine.wan.cache.MagCache;
import io.wan4j.engine.wan.cache.SkipRule;
import io.wan4j.engine.wan.cache.TeaCache;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CacheParityTest {
  @Test
  void decisionsAreEqual() {
    ParityTable table = new ParityTable("cache");
    JsonNode json = Fixtures.json(Fixtures.folder("cache").resolve("cases.json"));
    json.properties()
        .forEach(
            entry -> {
              JsonNode one = entry.getValue();
              SkipRule rule =
                  one.has("mag_ratios")
                      ? new MagCache(
                          new MagCache.Settings(
                              numbers(one.get("mag_ratios")),
                              one.get("threshold").doubleValue(),
                              one.get("K").intValue(),
                              one.get("retention_ratio").doubleValue(),
                              false))
                      : new TeaCache(
                          new TeaCache.Settings(
                              numbers(one.get("coefficients")),
                              one.get("threshold").doubleValue(),
                              one.get("ret_steps").intValue(),
                              one.get("cutoff_steps").intValue(),
                              false));
              List<Boolean> actual = new ArrayList<>();
              List<Boolean> expected = new ArrayList<>();
              for (int call = 0; call < one.get("compute").size(); call++) {
                double change =
                    one.has("relative_l1") ? one.get("relative_l1").get(call).doubleValue() : 0;
                actual.add(rule.compute(call % 2, change));
                expected.add(one.get("compute").get(call).booleanValue());
              }
              table.exact(entry.getKey(), actual, expected);
            });
    table.print();
  }

  private static double[] numbers(JsonNode list) {
    double[] numbers = new double[list.size()];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = list.get(i).doubleValue();
    }
    return numbers;
  }
}
