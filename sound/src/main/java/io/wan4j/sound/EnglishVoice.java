package io.wan4j.sound;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The English voice on a thread of its own: started in the background, used by one line at a time,
 * with a bounded queue before it.
 */
final class EnglishVoice implements SpeechSynthesizer {
  private static final Logger LOG = System.getLogger(EnglishVoice.class.getName());
  private static final int WAITING_LINES = 256;
  private static final long PATIENCE_SECONDS = 120;
  private static final long CLOSING_SECONDS = 10;

  /** Longer texts are cut: nobody speaks so long in a film of seconds. */
  private static final int LONGEST_TEXT = 600;

  private final ThreadPoolExecutor thread =
      new ThreadPoolExecutor(
          1,
          1,
          0,
          TimeUnit.SECONDS,
          new ArrayBlockingQueue<>(WAITING_LINES),
          Thread.ofPlatform().group(new VoiceThreads()).daemon().name("english-voice").factory());
  private final FutureTask<MaryVoice> voice;
  private boolean begun;

  /** Costs nothing until the first line. */
  EnglishVoice(Path cache) {
    voice = new FutureTask<>(() -> new MaryVoice(cache));
  }

  @Override
  public boolean speaks(String text) {
    return readable(text).codePoints().anyMatch(Character::isLetterOrDigit)
        && text.codePoints().noneMatch(Script::isChinese)
        && text.codePoints().filter(c -> Character.isLetter(c) && !isLatin(c)).findAny().isEmpty();
  }

  @Override
  public Optional<Utterance> speak(String text, Speaker speaker) {
    String readable = readable(text);
    Callable<Utterance> work = () -> voice.get().speak(readable, VoiceStyle.of(speaker));
    try {
      begin();
      Utterance said = thread.submit(work).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
      return Optional.of(said).filter(utterance -> Levels.audible(utterance.samples()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    } catch (ExecutionException | TimeoutException | RejectedExecutionException e) {
      LOG.log(
          Level.WARNING,
          "the English voice cannot say a line of {0} chars: {1}",
          text.length(),
          root(e));
      return Optional.empty();
    }
  }

  /** The voice stands before every line in the one thread's queue. */
  private synchronized void begin() {
    if (!begun) {
      thread.execute(voice);
      begun = true;
    }
  }

  private static Throwable root(Throwable e) {
    Throwable root = e;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root;
  }

  /** Without what would upset an XML writer or a tokenizer, and not too long. */
  static String readable(String text) {
    StringBuilder readable = new StringBuilder();
    text.codePoints()
        .limit(LONGEST_TEXT)
        .forEach(
            c -> {
              boolean keep = isLatin(c) || c >= '0' && c <= '9' || ".,!?;:'-".indexOf(c) >= 0;
              if (keep) {
                readable.appendCodePoint(c);
              } else if (c == '’') {
                readable.append('\'');
              } else {
                readable.append(' ');
              }
            });
    return readable.toString().replaceAll("\\s+", " ").strip();
  }

  private static boolean isLatin(int c) {
    return Character.UnicodeScript.of(c) == Character.UnicodeScript.LATIN;
  }

  @Override
  public void close() {
    thread.shutdownNow();
    try {
      // What is still being unpacked must not appear after this.
      if (!thread.awaitTermination(CLOSING_SECONDS, TimeUnit.SECONDS)) {
        LOG.log(Level.WARNING, "the English voice still works {0} s after", CLOSING_SECONDS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    if (voice.state() == Future.State.SUCCESS) {
      try {
        voice.resultNow().close();
      } catch (IOException e) {
        LOG.log(Level.WARNING, "the jars of the English voice cannot be closed", e);
      }
    }
  }

  /**
   * Holds the threads MaryTTS starts, among them its hook at the JVM's exit, which complains when
   * the voice has been closed before.
   */
  private static final class VoiceThreads extends ThreadGroup {
    VoiceThreads() {
      super("english-voice");
    }

    @Override
    public void uncaughtException(Thread thread, Throwable e) {
      LOG.log(Level.DEBUG, "a thread of the English voice ended early", e);
    }
  }
}
