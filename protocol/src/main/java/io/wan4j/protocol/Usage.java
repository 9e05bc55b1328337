package io.wan4j.protocol;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.wan4j.protocol.catalogue.PixelSize;
import io.wan4j.protocol.catalogue.UsageField;
import java.math.BigDecimal;
import java.util.Comparator;

/**
 * The {@code usage} of a success, by the model's generation (DashScope reference of each model).
 */
public final class Usage {
  private static final int FRAMES_PER_SECOND = 30;

  private Usage() {}

  /**
   * The usage object.
   *
   * @param bill the seconds charged
   * @param size the film's size
   */
  public static ObjectNode of(VideoOrder order, Bill bill, PixelSize size) {
    ObjectNode usage = JsonNodeFactory.instance.objectNode();
    for (UsageField field : order.card().usage()) {
      switch (field) {
        case DURATION -> number(usage, "duration", bill.billedSeconds());
        case INPUT_VIDEO_DURATION -> number(usage, "input_video_duration", bill.inputSeconds());
        case OUTPUT_VIDEO_DURATION -> number(usage, "output_video_duration", bill.outputSeconds());
        case VIDEO_COUNT -> usage.put("video_count", 1);
        case SR -> usage.put("SR", order.size().tier().lines());
        case RATIO -> usage.put("ratio", ratio(order, size));
        case SIZE -> usage.put("size", size.toString());
        case AUDIO -> usage.put("audio", order.hasSound());
        case FPS -> usage.put("fps", FRAMES_PER_SECOND);
        case VIDEO_DURATION -> number(usage, "video_duration", bill.outputSeconds());
        case VIDEO_RATIO_SIZE -> usage.put("video_ratio", size.toString());
        case VIDEO_RATIO_STANDARD -> usage.put("video_ratio", "standard");
      }
    }
    return usage;
  }

  /** Whole numbers without a decimal point: clients in Go read them as int and fail otherwise. */
  private static void number(ObjectNode usage, String name, BigDecimal seconds) {
    if (seconds.stripTrailingZeros().scale() <= 0) {
      usage.put(name, seconds.intValueExact());
    } else {
      usage.put(name, seconds.stripTrailingZeros());
    }
  }

  /** The ratio asked for, or the one of the model's ratios that the film comes nearest to. */
  private static String ratio(VideoOrder order, PixelSize size) {
    if (order.size() instanceof SizeChoice.Exact exact) {
      return exact.ratio();
    }
    return order.card().size().ratios().stream()
        .filter(ratio -> ratio.contains(":"))
        .min(Comparator.comparingDouble(ratio -> distance(ratio, size.aspect())))
        .orElseThrow(() -> new IllegalStateException(order.card().name() + " has no ratios"));
  }

  private static double distance(String ratio, double aspect) {
    int colon = ratio.indexOf(':');
    double wanted =
        Double.parseDouble(ratio.substring(0, colon))
            / Double.parseDouble(ratio.substring(colon + 1));
    return Math.abs(Math.log(wanted / aspect));
  }
}
