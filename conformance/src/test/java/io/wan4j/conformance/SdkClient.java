package io.wan4j.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.alibaba.dashscope.aigc.videosynthesis.VideoSynthesis;
import com.alibaba.dashscope.aigc.videosynthesis.VideoSynthesisParam;
import com.alibaba.dashscope.aigc.videosynthesis.VideoSynthesisResult;
import com.alibaba.dashscope.exception.InputRequiredException;
import com.alibaba.dashscope.exception.NoApiKeyException;
import java.util.ArrayList;
import java.util.List;

/** The official Java SDK, called as the guides call it. */
final class SdkClient {
  private final Studio studio;

  SdkClient(Studio studio) {
    this.studio = studio;
  }

  /** One call that waits for the film. */
  VideoSynthesisResult call(VideoSynthesisParam param) {
    try {
      return succeeded(new VideoSynthesis().call(param));
    } catch (NoApiKeyException | InputRequiredException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A call that returns a task, and one that waits for it. */
  VideoSynthesisResult asyncCallAndWait(VideoSynthesisParam param) {
    VideoSynthesis synthesis = new VideoSynthesis();
    try {
      VideoSynthesisResult task = synthesis.asyncCall(param);
      assertThat(task.getOutput().getTaskStatus()).isEqualTo("PENDING");
      assertThat(task.getOutput().getTaskId()).isNotEmpty();
      assertThat(task.getRequestId()).isNotEmpty();
      return succeeded(synthesis.wait(task, studio.key()));
    } catch (NoApiKeyException | InputRequiredException e) {
      throw new IllegalStateException(e);
    }
  }

  private static VideoSynthesisResult succeeded(VideoSynthesisResult result) {
    assertThat(result.getOutput().getTaskStatus())
        .as(result.getOutput().getCode() + ": " + result.getOutput().getMessage())
        .isEqualTo("SUCCEEDED");
    assertThat(result.getRequestId()).isNotEmpty();
    assertThat(result.getUsage().getVideoCount()).isEqualTo(1);
    return result;
  }

  Film film(VideoSynthesisResult result) {
    return Film.download(studio, result.getOutput().getVideoUrl());
  }

  VideoSynthesisParam.VideoSynthesisParamBuilder<?, ?> order(String model) {
    return VideoSynthesisParam.builder().apiKey(studio.key()).model(model);
  }

  /** Types and URLs in turn. */
  static List<VideoSynthesisParam.Media> media(String... typesAndUrls) {
    List<VideoSynthesisParam.Media> media = new ArrayList<>();
    for (int i = 0; i < typesAndUrls.length; i += 2) {
      media.add(
          VideoSynthesisParam.Media.builder()
              .type(typesAndUrls[i])
              .url(typesAndUrls[i + 1])
              .build());
    }
    return media;
  }

  static VideoSynthesisParam.Media withVoice(String type, String url, String voice) {
    return VideoSynthesisParam.Media.builder().type(type).url(url).referenceVoice(voice).build();
  }
}
