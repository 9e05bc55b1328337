package io.wan4j.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.wan4j.cli.ExitCode;
import io.wan4j.cli.Wan4j;
import io.wan4j.service.key.Caller;
import io.wan4j.service.task.TaskQuery;
import io.wan4j.service.task.TaskRecord;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An order as code is the order: what is shown is run, and what it sent is compared. */
@InBrowser
class ShareTest {
  private static final JsonMapper JSON = new JsonMapper();

  /** Signs that shells, Java and Python read in their own ways. */
  private static final String WORDS =
      "A sailor's cat says: \"it\\u0041 costs $HOME `date` \\n !\" on the sea. 海上的猫";

  /** One of each way in which orders carry their files. The files are nowhere: only words count. */
  private static final List<String> ORDERS =
      List.of(
          """
          {"model":"wan3.0-video","input":{"prompt":%s},
           "parameters":{"resolution":"480P","ratio":"16:9","duration":2,"seed":7}}
          """
              .formatted(JSON.getNodeFactory().textNode(WORDS)),
          """
          {"model":"wan2.7-r2v","input":{"prompt":"Image 1 waves.","media":[
            {"type":"reference_image","url":"https://x.invalid/anna.png",
             "reference_voice":"https://x.invalid/a.mp3"},
            {"type":"reference_video","url":"https://x.invalid/b.mp4"}]},
           "parameters":{"resolution":"720P","ratio":"9:16","duration":4,"watermark":true}}
          """,
          """
          {"model":"wan2.5-i2v-preview","input":{"prompt":"It snows.","negative_prompt":"fog",
            "img_url":"https://x.invalid/a.png","audio_url":"https://x.invalid/a.mp3"},
           "parameters":{"resolution":"720P","duration":10,"prompt_extend":false}}
          """,
          """
          {"model":"wanx2.1-i2v-turbo","input":{"template":"flying",
            "img_url":"https://x.invalid/a.png"},"parameters":{"resolution":"720P","duration":5}}
          """,
          """
          {"model":"wan2.2-kf2v-flash","input":{"prompt":"Day becomes night.",
            "first_frame_url":"https://x.invalid/a.png","last_frame_url":"https://x.invalid/b.png"},
           "parameters":{"resolution":"720P"}}
          """,
          """
          {"model":"wanx2.1-vace-plus","input":{"function":"video_outpainting",
            "prompt":"A wide lake.","video_url":"https://x.invalid/a.mp4"},
           "parameters":{"left_scale":1.5,"right_scale":1.25}}
          """,
          """
          {"model":"wan2.7-videoedit","input":{"prompt":"At night.","media":[
            {"type":"video","url":"https://x.invalid/a.mp4"}]},
           "parameters":{"resolution":"720P","duration":3,"audio_setting":"origin"}}
          """,
          """
          {"model":"wan3.0-video","input":{"media":[{"type":"link","url":"https://x.invalid/a"}]},
           "parameters":{"resolution":"480P","ratio":"16:9","duration":2}}
          """);

  private final Stage stage;
  private final StudioPage page;
  private String key;

  ShareTest(Stage stage) {
    this.stage = stage;
    this.page = new StudioPage(stage);
  }

  @BeforeEach
  void compose() {
    key = stage.newKey();
    page.enter(key);
  }

  private String code(String form) {
    page.script("document.querySelector(`.share input[value=${arguments[0]}]`).click()", form);
    return (String) page.script("return document.querySelector('.code').textContent");
  }

  /** What each order looks like in a form. */
  private List<String> written(String form) throws Exception {
    List<String> written = new ArrayList<>();
    for (String order : ORDERS) {
      load(order);
      assertThat(order()).as("read back").isEqualTo(JSON.readTree(order));
      written.add(code(form));
    }
    return written;
  }

  private JsonNode order() throws Exception {
    return JSON.readTree(code("json"));
  }

  /**
   * The account's orders as the server has them, oldest first; the films themselves are stopped.
   */
  private List<JsonNode> received() throws Exception {
    Caller caller = stage.service().keys().authenticate(key).orElseThrow();
    Instant now = Instant.now();
    List<TaskRecord> tasks =
        stage.service().tasks().list(caller, TaskQuery.lastDay(now.plusSeconds(60))).tasks();
    List<JsonNode> orders = new ArrayList<>();
    for (TaskRecord task : tasks.reversed()) {
      stage.service().tasks().requestStop(caller, task.id());
      orders.add(
          JSON.readTree(stage.service().tasks().request(caller, task.id()).orElseThrow().toJson()));
    }
    return orders;
  }

  private static List<JsonNode> orders() throws Exception {
    List<JsonNode> orders = new ArrayList<>();
    for (String order : ORDERS) {
      orders.add(JSON.readTree(order));
    }
    return orders;
  }

  @Test
  void theCurlLineSendsTheOrder() throws Exception {
    String lines = String.join("\n", written("curl"));
    run(Map.of("DASHSCOPE_API_KEY", key), "bash", "-ec", lines);
    assertThat(received()).isEqualTo(orders());
  }

  @Test
  void theJavaProgramSendsTheOrder() throws Exception {
    Path folder = Files.createDirectories(stage.scratch("java"));
    List<Path> sources = new ArrayList<>();
    StringBuilder all = new StringBuilder();
    for (String program : written("java")) {
      String room = "film" + sources.size();
      // Stopped at the first answer: the SDK would wait for the film.
      String text =
          program.replace("new VideoSynthesis().call(", "new VideoSynthesis().asyncCall(");
      Path source = Files.createDirectories(folder.resolve(room)).resolve("Film.java");
      sources.add(Files.writeString(source, "package " + room + ";\n" + text));
      all.append(room).append(".Film.main(arguments);\n");
    }
    sources.add(
        Files.writeString(
            folder.resolve("All.java"),
            "class All { public static void main(String[] arguments) throws Exception {\n"
                + all
                + "} }"));
    compile(sources, folder);
    run(
        Map.of("DASHSCOPE_API_KEY", key),
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-cp",
        folder + File.pathSeparator + classPath(),
        "All");
    List<JsonNode> received = received();
    // The SDK adds words of its own to every order, and spells one in its own way.
    for (JsonNode each : received) {
      for (JsonNode file : each.at("/input/media")) {
        JsonNode voice = ((ObjectNode) file).remove("referenceVoice");
        if (voice != null) {
          ((ObjectNode) file).set("reference_voice", voice);
        }
      }
      ((ObjectNode) each.path("input")).remove("extend_prompt");
      ((ObjectNode) each.path("parameters")).remove("with_audio");
    }
    assertThat(received).isEqualTo(orders());
  }

  private static void compile(List<Path> sources, Path folder) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter told = new StringWriter();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
      List<String> options = List.of("-proc:none", "-d", folder.toString(), "-cp", classPath());
      boolean compiled =
          compiler
              .getTask(told, files, null, options, null, files.getJavaFileObjectsFromPaths(sources))
              .call();
      assertThat(compiled).as(told.toString()).isTrue();
    }
  }

  @Test
  void theCommandLineSendsTheOrder() throws Exception {
    for (String line : written("cli")) {
      String[] words = words(line);
      assertThat(words).startsWith("./wan4j").endsWith("--out", "film.mp4");
      words[words.length - 1] = stage.scratch("film.mp4").toString();
      ByteArrayOutputStream told = new ByteArrayOutputStream();
      PrintStream out = new PrintStream(told, true, StandardCharsets.UTF_8);
      Stream<String> asked = Arrays.stream(words).skip(1);
      // It gives up waiting at once; what counts is what it sent.
      Stream<String> limit = Stream.of("--timeout", "0");
      int status =
          Wan4j.run(
              out,
              out,
              Map.of("DASHSCOPE_API_KEY", key),
              Stream.concat(asked, limit).toArray(String[]::new));
      assertThat(status)
          .as(told.toString(StandardCharsets.UTF_8))
          .isNotEqualTo(ExitCode.USAGE.status());
    }
    assertThat(received()).isEqualTo(orders());
  }

  /** The words of a command as the shell hands them to the program. */
  private String[] words(String command) throws Exception {
    Path words = stage.scratch("words");
    run(Map.of("OUT", words.toString()), "bash", "-c", "printf '%s\\0' " + command + " > \"$OUT\"");
    return Files.readString(words).split("\0");
  }

  @Test
  void thePythonProgramSaysTheOrder() throws Exception {
    assumeTrue(start(Map.of(), "python3", "--version") == 0, "no python3: its program is not read");
    // The SDK's place is taken by one that writes down what it is given.
    String stand =
        """
        import sys, types, json
        sdk = types.ModuleType("dashscope")
        class VideoSynthesis:
            @staticmethod
            def call(api_key, model, extra_input={}, **given):
                with open(sys.argv[1], "a") as out:
                    out.write(json.dumps({"model": model, "given": {**given, **extra_input}}) + "\\n")
                return types.SimpleNamespace(status_code=400)
        sdk.VideoSynthesis = VideoSynthesis
        sys.modules["dashscope"] = sdk
        """;
    Path program = stage.scratch("film.py");
    Path given = stage.scratch("given.json");
    Files.writeString(program, stand + String.join("\n", written("python")));
    run(Map.of("DASHSCOPE_API_KEY", key), "python3", program.toString(), given.toString());
    List<JsonNode> said = new ArrayList<>();
    for (String line : Files.readAllLines(given)) {
      said.add(JSON.readTree(line));
    }
    List<JsonNode> wanted = new ArrayList<>();
    for (JsonNode order : orders()) {
      // The SDK takes what belongs into the input and into the parameters by one list of names.
      ObjectNode flat = JSON.createObjectNode();
      flat.setAll((ObjectNode) order.path("input"));
      flat.setAll((ObjectNode) order.path("parameters"));
      ObjectNode call = JSON.createObjectNode().put("model", order.path("model").asText());
      wanted.add(call.set("given", flat));
    }
    assertThat(said).isEqualTo(wanted);
  }

  @Test
  void aCurlLineIsReadBack() throws Exception {
    load(ORDERS.getFirst());
    String line = code("curl");
    page.write("something else");
    load(line);
    assertThat(order()).isEqualTo(JSON.readTree(ORDERS.getFirst()));
    load(ORDERS.get(1));
    page.awaitThere(".task input[value=references]:checked");
    load("wget https://example.com");
    page.awaitText(".share [role=status]", "neither JSON nor a curl line");
    load("{\"model\":\"nobody\"}");
    page.awaitText(".share [role=status]", "no model of that name");
  }

  private void load(String text) {
    page.script(
        """
        const paste = document.querySelector(".paste");
        paste.closest("details").open = true;
        paste.value = arguments[0];
        paste.closest("details").querySelector("button").click();
        """,
        text);
  }

  private static String classPath() {
    return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
  }

  private static void run(Map<String, String> environment, String... command) throws Exception {
    assertThat(start(environment, command)).as(String.join(" ", command)).isZero();
  }

  private static int start(Map<String, String> environment, String... command) throws Exception {
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().putAll(environment);
    Path said = Files.createTempFile("wan4j", ".out");
    Process process = builder.redirectOutput(said.toFile()).start();
    if (!process.waitFor(Duration.ofSeconds(60).toSeconds(), TimeUnit.SECONDS)) {
      process.destroyForcibly().waitFor();
    }
    String text = Files.readString(said);
    Files.delete(said);
    if (process.exitValue() != 0) {
      System.out.println(text);
    }
    return process.exitValue();
  }
}
