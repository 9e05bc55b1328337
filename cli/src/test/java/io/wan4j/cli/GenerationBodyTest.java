package io.wan4j.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.wan4j.protocol.catalogue.Catalogue;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** From options to the body of a create request. */
class GenerationBodyTest {
  @Command
  private static final class Options {
    @Mixin private GenerationInputs inputs;
    @Mixin private GenerationParameters parameters;
  }

  private static String body(String model, String... options) {
    Options given = new Options();
    new CommandLine(given).parseArgs(options);
    return new GenerationBody(Catalogue.load().find(model).orElseThrow(), file -> "oss://" + file)
        .write(model, given.inputs, given.parameters)
        .toString();
  }

  private static void assertBody(String body, String json) throws Exception {
    JsonMapper mapper = new JsonMapper();
    assertThat(mapper.readTree(body)).isEqualTo(mapper.readTree(json.replace('\'', '"')));
  }

  @Test
  void aVoiceBelongsToTheReferenceBeforeIt() throws Exception {
    assertBody(
        body(
            "wan2.7-r2v",
            "--reference=anna.png",
            "--voice=anna.mp3",
            "--reference=pass.mp4",
            "--media=reference_video=stage",
            "--voice=hall.wav"),
        """
        {'model':'wan2.7-r2v','parameters':{},'input':{'media':[
          {'type':'reference_image','url':'oss://anna.png','reference_voice':'oss://anna.mp3'},
          {'type':'reference_video','url':'oss://pass.mp4'},
          {'type':'reference_video','url':'oss://stage','reference_voice':'oss://hall.wav'}]}}
        """);
  }

  @Test
  void aFunctionHasItsOwnFiles() throws Exception {
    assertBody(
        body(
            "wanx2.1-vace-plus",
            "--function=video_edit",
            "--prompt=A hat",
            "--video=walk.mp4",
            "--media=mask_image=head.png",
            "--parameter=mask_type=fixed",
            "--parameter=mask_frame_id=3",
            "--parameter=expand_ratio=0.25"),
        """
        {'model':'wanx2.1-vace-plus',
         'input':{'function':'video_edit','prompt':'A hat','video_url':'oss://walk.mp4',
                  'mask_image_url':'oss://head.png'},
         'parameters':{'mask_type':'fixed','mask_frame_id':3,'expand_ratio':0.25}}
        """);
  }

  @Test
  void whatTheModelDoesNotTakeIsRefused() {
    assertThatThrownBy(() -> body("wan2.7-t2v", "--media=file=story.pdf"))
        .hasMessageContaining("wan2.7-t2v takes no --media file");
    assertThatThrownBy(() -> body("wan3.0-video", "--media=story.pdf"))
        .hasMessageContaining("ROLE=FILE");
    assertThatThrownBy(() -> body("wanx2.1-vace-plus", "--function=fly"))
        .hasMessageContaining("--function fly");
    assertThatThrownBy(() -> body("wan2.6-r2v", "--reference=a.png", "--voice=a.mp3"))
        .hasMessageContaining("--voice");
  }
}
