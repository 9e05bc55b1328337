package io.wan4j.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.wan4j.service.key.Caller;
import io.wan4j.service.task.TaskQuery;
import io.wan4j.service.task.TaskRecord;
import java.io.File;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
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
    page.openFresh().signIn(key);
    page.chooseModel("wan3.0-video", "480P", 2);
    page.script(
        "const text = document.querySelector('textarea.prompt'); text.value = arguments[0];"
            + " text.dispatchEvent(new Event('input'));"
            + " const seed = document.getElementById('seed'); seed.value = 7;"
            + " seed.dispatchEvent(new Event('change'))",
        WORDS);
  }

  private String code(String form) {
    page.script("document.querySelector(`.share input[value=${arguments[0]}]`).click()", form);
    return (String) page.script("return document.querySelector('.code').textContent");
  }

  private JsonNode order() throws Exception {
    return JSON.readTree(code("json"));
  }

  /** The order of the account's newest task, as the server has it; the film itself is stopped. */
  private JsonNode received() throws Exception {
    Caller caller = stage.service().keys().authenticate(key).orElseThrow();
    Instant now = Instant.now();
    List<TaskRecord> tasks =
        stage.service().tasks().list(caller, TaskQuery.lastDay(now.plusSeconds(60))).tasks();
    assertThat(tasks).isNotEmpty();
    String id = tasks.getFirst().id();
    stage.service().tasks().requestStop(caller, id);
    return JSON.readTree(stage.service().tasks().request(caller, id).orElseThrow().toJson());
  }

  @Test
  void theCurlLineSendsTheOrder() throws Exception {
    run(Map.of("DASHSCOPE_API_KEY", key), "bash", "-c", code("curl"));
    assertThat(received()).isEqualTo(order());
  }

  @Test
  void theJavaProgramSendsTheOrder() throws Exception {
    // Stopped at the first answer: the SDK would wait for the film.
    String program =
        code("java").replace("new VideoSynthesis().call(", "new VideoSynthesis().asyncCall(");
    Path folder = Files.createDirectories(stage.scratch("java"));
    Path source = Files.writeString(folder.resolve("Film.java"), program);
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter told = new StringWriter();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
      Iterable<? extends JavaFileObject> units = files.getJavaFileObjects(source);
      boolean compiled =
          compiler
              .getTask(
                  told,
                  files,
                  null,
                  List.of("-proc:none", "-d", folder.toString(), "-cp", classPath()),
                  null,
                  units)
              .call();
      assertThat(compiled).as(told.toString()).isTrue();
    }
    run(
        Map.of("DASHSCOPE_API_KEY", key),
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-cp",
        folder + File.pathSeparator + classPath(),
        "Film");
    JsonNode received = received();
    // The SDK adds two words of its own to every order.
    ((ObjectNode) received.path("input")).remove("extend_prompt");
    ((ObjectNode) received.path("parameters")).remove("with_audio");
    assertThat(received).isEqualTo(order());
  }

  @Test
  void theCommandLineSendsTheOrder() throws Exception {
    String command =
        code("cli")
            .replace("./wan4j", "\"$JAVA\" -cp \"$CLASS_PATH\" io.wan4j.cli.Wan4j")
            .replace("--out film.mp4", "--timeout 1 --out " + stage.scratch("film.mp4"));
    // It gives up waiting after a second; what counts is what it sent.
    start(
        Map.of(
            "DASHSCOPE_API_KEY", key,
            "JAVA", Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "CLASS_PATH", classPath()),
        "bash",
        "-c",
        command);
    assertThat(received()).isEqualTo(order());
  }

  @Test
  void thePythonProgramSaysTheOrder() throws Exception {
    assumeTrue(start(Map.of(), "python3", "--version") == 0, "no python3: its program is not read");
    Path program = stage.scratch("film.py");
    // The SDK's place is taken by one that writes down what it is given.
    String stand =
        """
        import sys, types, json
        sdk = types.ModuleType("dashscope")
        class VideoSynthesis:
            @staticmethod
            def call(api_key, **given):
                json.dump(given, open(sys.argv[1], "w"))
                raise SystemExit(0)
        sdk.VideoSynthesis = VideoSynthesis
        sys.modules["dashscope"] = sdk
        """;
    Files.writeString(program, stand + code("python"));
    Path given = stage.scratch("given.json");
    run(Map.of("DASHSCOPE_API_KEY", key), "python3", program.toString(), given.toString());
    JsonNode order = order();
    JsonNode said = JSON.readTree(Files.readString(given));
    assertThat(said.path("model")).isEqualTo(order.path("model"));
    assertThat(said.path("prompt")).isEqualTo(order.at("/input/prompt"));
    order
        .path("parameters")
        .properties()
        .forEach(each -> assertThat(said.path(each.getKey())).isEqualTo(each.getValue()));
  }

  @Test
  void aCurlLineIsReadBack() throws Exception {
    String line = code("curl");
    JsonNode order = order();
    page.script("document.querySelector('.make').closest('.compose').parentNode.scrollTop = 0");
    page.write("something else");
    load(line);
    assertThat(order()).isEqualTo(order);
    load(
        """
        {"model":"wan2.7-r2v","input":{"prompt":"Image 1 waves.","media":[
          {"type":"reference_image","url":"https://example.com/anna.png","reference_voice":"https://example.com/a.mp3"}]},
         "parameters":{"resolution":"720P","ratio":"9:16","duration":4,"watermark":true}}
        """);
    page.awaitThere(".task input[value=references]:checked");
    assertThat(order().at("/input/media/0/reference_voice").asText())
        .isEqualTo("https://example.com/a.mp3");
    assertThat(order().at("/parameters/ratio").asText()).isEqualTo("9:16");
    assertThat(order().at("/parameters/watermark").asBoolean()).isTrue();
    load("wget https://example.com");
    page.awaitText(".share [role=status]", "neither JSON nor a curl line");
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
