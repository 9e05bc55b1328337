package io.wan4j.torch;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An operator's schema as libtorch prints it (aten/src/ATen/native/README.md describes the
 * language).
 *
 * @param name with its name space, such as {@code aten::linear}
 * @param overload the part after the dot, may be empty
 * @param parameters in order, keyword-only ones included
 * @param results kinds of the results in order
 * @param aliases whether a result may share the first argument's memory
 */
record Schema(
    String name,
    String overload,
    List<Parameter> parameters,
    List<Schema.Kind> results,
    boolean aliases) {

  /** Types of arguments and results as they travel through the C interface. */
  enum Kind {
    TENSOR("Tensor"),
    INT("int"),
    FLOAT("float"),
    BOOL("bool"),
    STRING("str"),
    DTYPE("ScalarType"),
    LAYOUT("Layout"),
    MEMORY_FORMAT("MemoryFormat"),
    DEVICE("Device"),
    GENERATOR("Generator"),
    SCALAR("Scalar"),
    INT_LIST("int[]"),
    FLOAT_LIST("float[]"),
    TENSOR_LIST("Tensor[]"),
    OPTIONAL_TENSOR_LIST("Tensor?[]");

    private final String word;

    Kind(String word) {
      this.word = word;
    }

    static Kind of(String word, String schema) {
      return Arrays.stream(values())
          .filter(kind -> kind.word.equals(word))
          .findFirst()
          .orElseThrow(() -> new IllegalArgumentException("type " + word + " in " + schema));
    }
  }

  /**
   * One parameter.
   *
   * @param optional whether None may be given
   * @param given the default as Java value; {@link #REQUIRED} when there is none, {@link #NONE} for
   *     None
   */
  record Parameter(String name, Kind kind, boolean optional, Object given) {
    static final Object REQUIRED = "required";
    static final Object NONE = "none";
  }

  private static final Pattern ALIAS = Pattern.compile("\\([a-z!]+(?: -> \\*)?\\)");
  private static final Pattern FIXED_LENGTH = Pattern.compile("\\[(\\d+)\\]");

  static Schema parse(String annotated) {
    String text = ALIAS.matcher(annotated).replaceAll("");
    int open = text.indexOf('(');
    int arrow = text.indexOf(") ->");
    if (open < 0 || arrow < 0) {
      throw new IllegalArgumentException("not a schema: " + text);
    }
    String full = text.substring(0, open);
    int dot = full.indexOf('.');
    List<Parameter> parameters = new ArrayList<>();
    for (String part : split(text.substring(open + 1, arrow))) {
      if (!part.isEmpty() && !part.equals("*")) {
        parameters.add(parameter(part, text));
      }
    }
    String results = text.substring(arrow + 4).strip();
    return new Schema(
        dot < 0 ? full : full.substring(0, dot),
        dot < 0 ? "" : full.substring(dot + 1),
        List.copyOf(parameters),
        results(results, text),
        ALIAS.matcher(annotated.substring(annotated.lastIndexOf("->"))).find());
  }

  private static List<Kind> results(String text, String schema) {
    String inner = text.startsWith("(") ? text.substring(1, text.length() - 1) : text;
    List<Kind> kinds = new ArrayList<>();
    for (String part : split(inner)) {
      if (!part.isEmpty()) {
        kinds.add(Kind.of(part.split(" ")[0].replace("SymInt", "int"), schema));
      }
    }
    return List.copyOf(kinds);
  }

  private static Parameter parameter(String text, String schema) {
    int space = text.indexOf(' ');
    int equals = text.indexOf('=');
    String type = text.substring(0, space).replace("SymInt", "int");
    Matcher length = FIXED_LENGTH.matcher(type);
    int count = length.find() ? Integer.parseInt(length.group(1)) : 1;
    type = FIXED_LENGTH.matcher(type).replaceAll("[]");
    boolean optional = type.endsWith("?");
    Kind kind = Kind.of(optional ? type.substring(0, type.length() - 1) : type, schema);
    String name = text.substring(space + 1, equals < 0 ? text.length() : equals);
    Object given =
        equals < 0 ? Parameter.REQUIRED : value(kind, text.substring(equals + 1).strip(), count);
    if (kind == Kind.SCALAR && given != Parameter.NONE) {
      throw new IllegalArgumentException(
          "libtorch's C interface takes no Scalar, so " + schema + " cannot be called");
    }
    return new Parameter(name, kind, optional, given);
  }

  private static Object value(Kind kind, String text, int count) {
    if (text.equals("None")) {
      return Parameter.NONE;
    }
    return switch (kind) {
      case BOOL -> text.equals("True");
      case FLOAT -> Double.valueOf(text);
      case INT -> Long.valueOf(text);
      case STRING -> text.replaceAll("^['\"]|['\"]$", "");
      case INT_LIST -> longs(text, count);
      case MEMORY_FORMAT -> MemoryFormat.named(text);
      default -> Parameter.REQUIRED;
    };
  }

  private static long[] longs(String text, int count) {
    if (text.startsWith("[")) {
      return split(text.substring(1, text.length() - 1)).stream()
          .filter(part -> !part.isEmpty())
          .mapToLong(Long::parseLong)
          .toArray();
    }
    long[] same = new long[count];
    Arrays.fill(same, Long.parseLong(text));
    return same;
  }

  /** Splits at commas outside brackets. */
  private static List<String> split(String text) {
    List<String> parts = new ArrayList<>();
    int depth = 0;
    int start = 0;
    for (int i = 0; i < text.length(); i++) {
      switch (text.charAt(i)) {
        case '(', '[' -> depth++;
        case ')', ']' -> depth--;
        case ',' -> {
          if (depth == 0) {
            parts.add(text.substring(start, i).strip());
            start = i + 1;
          }
        }
        default -> {}
      }
    }
    parts.add(text.substring(start).strip());
    return parts;
  }

  /** The parameter's position, if there is one of that name. */
  Optional<Integer> position(String name) {
    for (int i = 0; i < parameters.size(); i++) {
      if (parameters.get(i).name().equals(name)) {
        return Optional.of(i);
      }
    }
    return Optional.empty();
  }
}
