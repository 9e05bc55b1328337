package io.wan4j.engine.wan.audio;

import io.wan4j.torch.Scope;
import io.wan4j.torch.Tensor;

/**
 * What a recording says, moment by moment: all states of the speech encoder, 50 a second. A film
 * takes those of its own frames (AudioEncoder in wan/modules/s2v/audio_encoder.py).
 */
public final class SpeechStates implements AutoCloseable {
  private static final int RATE = 50;

  /** The reference picks the film's moments from states at this rate. */
  private static final int MIDDLE_RATE = 30;

  private final Tensor states;
  private final int moments;
  private final int heard;

  /**
   * @param states [layers + 1, T, width]; closed with this
   */
  SpeechStates(Tensor states) {
    this.states = states;
    this.moments = Math.toIntExact(states.size(1));
    this.heard = (int) (moments / (double) RATE * MIDDLE_RATE);
  }

  /** [layers + 1, T, width]. */
  Tensor all() {
    return states;
  }

  /**
   * The states of some frames of a film; zeros after the recording's end.
   *
   * @param from number of the first frame
   * @param frameRate of the film
   * @return [1, layers + 1, width, frames]
   */
  public Tensor of(int from, int frames, int frameRate) {
    long[] earlier = new long[frames];
    long[] later = new long[frames];
    float[] earlierShare = new float[frames];
    float[] laterShare = new float[frames];
    double pace = heard > 1 ? (moments - 1.0) / (heard - 1) : 0;
    for (int i = 0; i < frames; i++) {
      // Half a moment goes to the even one, as numpy rounds.
      int moment = (int) Math.rint((from + i) * (double) MIDDLE_RATE / frameRate);
      if (moment < heard) {
        double place = moment * pace;
        earlier[i] = Math.min((long) place, moments - 1);
        later[i] = Math.min(earlier[i] + 1, moments - 1);
        laterShare[i] = (float) (place - earlier[i]);
        earlierShare[i] = 1 - laterShare[i];
      }
    }
    return Scope.keeping(
        () ->
            share(earlier, earlierShare)
                .plus(share(later, laterShare))
                .transpose(1, 2)
                .unsqueeze(0)
                .contiguous());
  }

  private Tensor share(long[] moments, float[] shares) {
    return states
        .indexSelect(1, Tensor.of(moments, moments.length))
        .times(Tensor.of(shares, 1, shares.length, 1));
  }

  @Override
  public void close() {
    states.close();
  }
}
