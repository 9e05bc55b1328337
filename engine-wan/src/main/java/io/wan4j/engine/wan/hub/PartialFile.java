package io.wan4j.engine.wan.hub;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * A file that is being fetched in pieces, in any order: {@code ETAG.wan4j.incomplete}, with the
 * numbers of the pieces that are there in {@code ETAG.wan4j.pieces}. A plain {@code
 * ETAG.incomplete}, as older versions of {@code huggingface_hub} leave behind, is taken over: it
 * holds the file's beginning.
 */
final class PartialFile implements AutoCloseable {
  /** A part of the file that one request fetches. */
  record Piece(int number, long from, long to) {
    long size() {
      return to - from;
    }
  }

  private final Path file;
  private final Path notes;
  private final long size;
  private final long pieceSize;
  private final BitSet done = new BitSet();
  private final FileChannel data;
  private final FileChannel journal;

  private PartialFile(Path blob, long size, long pieceSize) throws IOException {
    this.file = blob.resolveSibling(blob.getFileName() + ".wan4j.incomplete");
    this.notes = blob.resolveSibling(blob.getFileName() + ".wan4j.pieces");
    this.size = size;
    this.pieceSize = pieceSize;
    adopt(blob.resolveSibling(blob.getFileName() + ".incomplete"));
    readNotes();
    data = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    journal = FileChannel.open(notes, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    if (journal.size() == 0) {
      note(heading() + "\n");
      for (int number : done.stream().toArray()) {
        note(number + "\n");
      }
    }
  }

  /** Opens what is there already, or begins anew. The blob's lock must be held. */
  static PartialFile open(Path blob, long size, long pieceSize) {
    try {
      return new PartialFile(blob, size, pieceSize);
    } catch (IOException e) {
      throw new HubException("cannot write beside " + blob + ": " + e.getMessage(), e);
    }
  }

  private void adopt(Path beginning) throws IOException {
    if (Files.exists(beginning) && !Files.exists(file) && Files.size(beginning) <= size) {
      done.set(0, (int) (Files.size(beginning) / pieceSize));
      Files.move(beginning, file, StandardCopyOption.ATOMIC_MOVE);
      Files.deleteIfExists(notes);
    }
  }

  private String heading() {
    return size + " bytes in pieces of " + pieceSize;
  }

  /** Notes of another size, or without their file, mean nothing. */
  private void readNotes() throws IOException {
    if (!Files.exists(notes)) {
      return;
    }
    List<String> lines = Files.readAllLines(notes);
    if (!Files.exists(file) || lines.isEmpty() || !lines.getFirst().equals(heading())) {
      Files.delete(notes);
      Files.deleteIfExists(file);
      return;
    }
    // A last line without its end was cut off while it was written.
    boolean whole = Files.readString(notes).endsWith("\n");
    List<String> numbers = lines.subList(1, Math.max(1, lines.size() - (whole ? 0 : 1)));
    numbers.stream()
        .filter(line -> line.matches("\\d+"))
        .forEach(l -> done.set(Integer.parseInt(l)));
  }

  /** What is still to be fetched, in order. */
  List<Piece> missing() {
    List<Piece> pieces = new ArrayList<>();
    for (int number = 0; number * pieceSize < size; number++) {
      if (!done.get(number)) {
        pieces.add(new Piece(number, number * pieceSize, Math.min(size, (number + 1) * pieceSize)));
      }
    }
    return pieces;
  }

  long bytesThere() {
    return size - missing().stream().mapToLong(Piece::size).sum();
  }

  /** Writes bytes at their place; safe for several threads. */
  void write(ByteBuffer bytes, long at) throws IOException {
    long position = at;
    while (bytes.hasRemaining()) {
      position += data.write(bytes, position);
    }
  }

  /** Notes that a piece is whole, once its bytes are on the disk. */
  synchronized void complete(Piece piece) throws IOException {
    data.force(false);
    done.set(piece.number());
    note(piece.number() + "\n");
  }

  private void note(String line) throws IOException {
    journal.write(ByteBuffer.wrap(line.getBytes(java.nio.charset.StandardCharsets.US_ASCII)));
  }

  Path file() {
    return file;
  }

  /** Puts the whole file in its place. */
  void finish(Path blob) throws IOException {
    close();
    Files.move(file, blob, StandardCopyOption.ATOMIC_MOVE);
    Files.deleteIfExists(notes);
  }

  /** Throws away what is there: it is not what was asked for. */
  void discard() throws IOException {
    close();
    Files.deleteIfExists(file);
    Files.deleteIfExists(notes);
  }

  @Override
  public void close() throws IOException {
    data.close();
    journal.close();
  }
}
