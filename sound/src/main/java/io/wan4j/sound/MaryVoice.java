package io.wan4j.sound;

import io.wan4j.engine.SoundSource;
import java.io.IOException;
import java.lang.reflect.Method;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import javax.sound.sampled.AudioInputStream;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * MaryTTS 5.2.1 with the voice cmu-slt-hsmm, called by reflection since it lives in a class loader
 * of its own. Belongs to one thread; starting it takes seconds.
 */
final class MaryVoice implements AutoCloseable {
  /** Mean pitch of the recorded speaker, measured by autocorrelation. */
  private static final double RECORDED_PITCH = 177;

  private static final Map<String, Double> OPENNESS = MouthShapes.openness();

  private final URLClassLoader loader;
  private final Object mary;
  private final Method effects;
  private final Method outputType;
  private final Method audio;
  private final Method xml;
  private final Method samples;

  MaryVoice(Path cache) throws IOException, ReflectiveOperationException {
    loader = VoiceJars.loader(cache);
    ClassLoader before = Thread.currentThread().getContextClassLoader();
    try {
      Thread.currentThread().setContextClassLoader(loader);
      Class<?> type = loader.loadClass("marytts.LocalMaryInterface");
      mary = type.getConstructor().newInstance();
      type.getMethod("setVoice", String.class).invoke(mary, "cmu-slt-hsmm");
      effects = type.getMethod("setAudioEffects", String.class);
      outputType = type.getMethod("setOutputType", String.class);
      audio = type.getMethod("generateAudio", String.class);
      xml = type.getMethod("generateXML", String.class);
      // Reading the stream itself loses all but its first buffer; this reads the whole of it.
      samples =
          loader
              .loadClass("marytts.util.data.audio.MaryAudioUtils")
              .getMethod("getSamplesAsDoubleArray", AudioInputStream.class);
    } catch (ReflectiveOperationException | RuntimeException e) {
      loader.close();
      throw e;
    } finally {
      Thread.currentThread().setContextClassLoader(before);
    }
  }

  Utterance speak(String text, VoiceStyle style) throws ReflectiveOperationException, IOException {
    ClassLoader before = Thread.currentThread().getContextClassLoader();
    try {
      Thread.currentThread().setContextClassLoader(loader);
      effects.invoke(mary, effects(style));
      outputType.invoke(mary, "AUDIO");
      AudioInputStream stream = (AudioInputStream) audio.invoke(mary, text);
      double[] read = (double[]) samples.invoke(null, stream);
      if (stream.getFormat().getSampleRate() != SoundSource.SAMPLE_RATE) {
        throw new IOException("the voice speaks at " + stream.getFormat());
      }
      float[] whole = new float[read.length];
      for (int i = 0; i < read.length; i++) {
        whole[i] = (float) read[i];
      }
      outputType.invoke(mary, "ACOUSTPARAMS");
      float[] mouth = mouth((Document) xml.invoke(mary, text), whole.length);
      return finished(whole, mouth, style);
    } finally {
      Thread.currentThread().setContextClassLoader(before);
    }
  }

  private static Utterance finished(float[] whole, float[] mouth, VoiceStyle style) {
    float[] trimmed = Levels.trimmed(whole);
    int cut = (int) ((long) Levels.start(whole) * MouthTrack.RATE / SoundSource.SAMPLE_RATE);
    int positions = (int) ((long) trimmed.length * MouthTrack.RATE / SoundSource.SAMPLE_RATE) + 1;
    float[] kept = new float[positions];
    for (int i = 0; i < positions && i + cut < mouth.length; i++) {
      kept[i] = mouth[i + cut];
    }
    float[] paced = TimeStretch.faster(trimmed, style.rate());
    int paced100 = (int) ((long) paced.length * MouthTrack.RATE / SoundSource.SAMPLE_RATE) + 1;
    MouthTrack track = new MouthTrack(MouthTrack.smooth(kept)).resized(paced100);
    return new Utterance(Levels.normalised(paced, style.gain()), track);
  }

  /** Effects in the notation of MaryTTS; they are applied from left to right. */
  private static String effects(VoiceStyle style) {
    StringBuilder list = new StringBuilder();
    if (Math.abs(style.tract() - 1) > 0.005) {
      add(list, "TractScaler(amount:%.3f;)", style.tract());
    }
    if (Math.abs(style.pitch() - RECORDED_PITCH) > 2) {
      add(list, "F0Add(f0Add:%.1f;)", style.pitch() - RECORDED_PITCH);
    }
    if (style.whisper() > 0) {
      add(list, "Whisper(amount:%.1f;)", 100 * style.whisper());
    }
    if (style.robot() > 0) {
      add(list, "Robot(amount:%.1f;)", 100 * style.robot());
    }
    // Effects may lift a peak over full scale, where MaryTTS clips; loudness is set later.
    add(list, "Volume(amount:%.2f;)", 0.6);
    return list.toString();
  }

  private static void add(StringBuilder list, String effect, double amount) {
    list.append(list.isEmpty() ? "" : "+").append(String.format(Locale.ROOT, effect, amount));
  }

  /** Mouth positions from phones ({@code ph p="AI" d="125"}) and pauses, in milliseconds. */
  private static float[] mouth(Document spoken, int samples) {
    float[] track =
        new float[(int) ((long) samples * MouthTrack.RATE / SoundSource.SAMPLE_RATE) + 1];
    NodeList all = spoken.getElementsByTagName("*");
    double millis = 0;
    for (int i = 0; i < all.getLength(); i++) {
      Element element = (Element) all.item(i);
      boolean phone = element.getTagName().equals("ph");
      if (!phone && !element.getTagName().equals("boundary")) {
        continue;
      }
      double length = number(element.getAttribute(phone ? "d" : "duration"));
      double open = phone ? OPENNESS.getOrDefault(element.getAttribute("p"), 0.4) : 0;
      int from = (int) (millis * MouthTrack.RATE / 1000);
      int to = (int) ((millis + length) * MouthTrack.RATE / 1000);
      for (int at = from; at < Math.min(to, track.length); at++) {
        track[at] = (float) open;
      }
      millis += length;
    }
    return track;
  }

  private static double number(String attribute) {
    return attribute.isEmpty() ? 0 : Double.parseDouble(attribute);
  }

  @Override
  public void close() throws IOException {
    try {
      // Ends its own threads, and its hook at the JVM's exit then finds nothing to do.
      loader.loadClass("marytts.server.Mary").getMethod("shutdown").invoke(null);
    } catch (ReflectiveOperationException e) {
      throw new IOException("MaryTTS cannot be shut down", e);
    } finally {
      loader.close();
    }
  }
}
