package io.wan4j.media;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BOOLEAN;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_H264;
import static org.bytedeco.ffmpeg.global.avcodec.AV_INPUT_BUFFER_PADDING_SIZE;
import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_FLAG_KEY;
import static org.bytedeco.ffmpeg.global.avcodec.AV_PROFILE_H264_HIGH;
import static org.bytedeco.ffmpeg.global.avcodec.av_new_packet;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_PRI_BT709;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_RANGE_MPEG;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_SPC_BT709;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_TRC_BT709;
import static org.bytedeco.ffmpeg.global.avutil.AVMEDIA_TYPE_VIDEO;
import static org.bytedeco.ffmpeg.global.avutil.AV_PICTURE_TYPE_I;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUV420P;
import static org.bytedeco.ffmpeg.global.avutil.av_mallocz;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.bytedeco.javacpp.BytePointer;

/** An opened encoder of the system's OpenH264. */
final class OpenH264Coder implements PictureCoder {
  /** Places in the encoder's table of functions ({@code ISVCEncoderVtbl}). */
  private static final int INITIALIZE_EXT = 1;

  private static final int GET_DEFAULT_PARAMS = 2;
  private static final int UNINITIALIZE = 3;
  private static final int ENCODE_FRAME = 4;
  private static final int ENCODE_PARAMETER_SETS = 5;
  private static final int FORCE_INTRA_FRAME = 6;
  private static final int SET_OPTION = 7;
  private static final int FUNCTIONS = 9;

  /** Of {@code EVideoFrameType}. */
  private static final int KEY_FRAME = 1;

  private static final int PLANAR_420 = 23;
  private static final int TRACE_LEVEL = 25;
  private static final int QUIET = 0;
  private static final int SLICE_LAYER = 1;

  private final OpenH264Library library;
  private final FilmFormat format;
  private final MemorySegment encoder;
  private final MemorySegment picture;
  private final MemorySegment coded;
  private final NativeCall encode;
  private final byte[] head;
  private final AVPacket packet = av_packet_alloc();
  private boolean ready;
  private long keyFrames;
  private boolean lastWasKeyFrame;

  /**
   * Opens an encoder.
   *
   * @param library taken over, closed with the coder
   * @param finest quantiser
   * @param coarsest quantiser
   */
  OpenH264Coder(OpenH264Library library, FilmFormat format, int finest, int coarsest) {
    this.library = library;
    this.format = format;
    this.picture = library.arena().allocate(OpenH264Layout.PICTURE);
    this.coded =
        library
            .arena()
            .allocate(
                OpenH264Layout.PARTS_AT + (OpenH264Layout.MOST_PARTS + 2) * library.partStep(), 8);
    this.encoder = create();
    this.encode = method(ENCODE_FRAME, ADDRESS, ADDRESS);
    try {
      initialise(finest, coarsest);
      this.head = parameterSets();
    } catch (RuntimeException e) {
      close();
      throw e;
    }
  }

  private MemorySegment create() {
    MemorySegment place = library.arena().allocate(ADDRESS);
    int code =
        library
            .function("WelsCreateSVCEncoder", FunctionDescriptor.of(JAVA_INT, ADDRESS))
            .code(place);
    if (code != 0) {
      library.close();
      throw new MediaException("OpenH264 makes no encoder, code " + code);
    }
    return place.get(ADDRESS, 0);
  }

  /** A function of the encoder's table; its first argument is the encoder. */
  private NativeCall method(int index, MemoryLayout... arguments) {
    MemorySegment table =
        encoder
            .reinterpret(ADDRESS.byteSize())
            .get(ADDRESS, 0)
            .reinterpret(FUNCTIONS * ADDRESS.byteSize());
    return new NativeCall(
        table.getAtIndex(ADDRESS, index),
        FunctionDescriptor.of(JAVA_INT, arguments).insertArgumentLayouts(0, ADDRESS));
  }

  private void initialise(int finest, int coarsest) {
    MemorySegment quiet = library.arena().allocateFrom(JAVA_INT, QUIET);
    method(SET_OPTION, JAVA_INT, ADDRESS).code(encoder, TRACE_LEVEL, quiet);
    MemorySegment settings = library.arena().allocate(OpenH264Layout.SETTINGS);
    check(method(GET_DEFAULT_PARAMS, ADDRESS).code(encoder, settings), "tell its settings");
    new OpenH264Settings(settings).set(format, finest, coarsest);
    check(method(INITIALIZE_EXT, ADDRESS).code(encoder, settings), "encode a film of " + format);
    ready = true;
  }

  private byte[] parameterSets() {
    check(method(ENCODE_PARAMETER_SETS, ADDRESS).code(encoder, coded), "give its parameter sets");
    MemorySegment bytes = bytesOf(0);
    return bytes.toArray(JAVA_BYTE);
  }

  /** The bytes of a part of what was coded last, all its units in a row. */
  private MemorySegment bytesOf(int part) {
    MemorySegment info =
        coded.asSlice(
            OpenH264Layout.PARTS_AT + part * library.partStep(), OpenH264Layout.PART.byteSize());
    int units = info.get(JAVA_INT, OpenH264Layout.at(OpenH264Layout.PART, "iNalCount"));
    MemorySegment lengths =
        info.get(ADDRESS, OpenH264Layout.at(OpenH264Layout.PART, "pNalLengthInByte"))
            .reinterpret(units * JAVA_INT.byteSize());
    long length = 0;
    for (int i = 0; i < units; i++) {
      length += lengths.getAtIndex(JAVA_INT, i);
    }
    return info.get(ADDRESS, OpenH264Layout.at(OpenH264Layout.PART, "pBsBuf")).reinterpret(length);
  }

  private static void check(int code, String doing) {
    if (code != 0) {
      throw new MediaException("OpenH264 cannot " + doing + ", code " + code);
    }
  }

  @Override
  public byte[] head() {
    return head.clone();
  }

  @Override
  public FilmTrack trackIn(AVFormatContext file) {
    return new FilmTrack(file, new AVRational().num(1).den(format.frameRate()), this::describe);
  }

  private void describe(AVCodecParameters film) {
    film.codec_type(AVMEDIA_TYPE_VIDEO).codec_id(AV_CODEC_ID_H264).format(AV_PIX_FMT_YUV420P);
    film.width(format.size().width()).height(format.size().height());
    film.profile(AV_PROFILE_H264_HIGH);
    film.bit_rate(FilmEncoder.bitRate(format));
    film.color_range(AVCOL_RANGE_MPEG).color_primaries(AVCOL_PRI_BT709);
    film.color_trc(AVCOL_TRC_BT709).color_space(AVCOL_SPC_BT709);
    film.framerate().num(format.frameRate()).den(1);
    BytePointer copy = new BytePointer(av_mallocz(head.length + AV_INPUT_BUFFER_PADDING_SIZE));
    copy.put(head, 0, head.length);
    film.extradata(copy).extradata_size(head.length);
  }

  @Override
  public void encode(AVFrame frame, FilmTrack into) {
    code(frame);
    int parts = coded.get(JAVA_INT, 0);
    for (int part = 0; part < parts; part++) {
      byte kind =
          coded.get(
              JAVA_BYTE,
              OpenH264Layout.PARTS_AT
                  + part * library.partStep()
                  + OpenH264Layout.at(OpenH264Layout.PART, "uiLayerType"));
      // A key frame comes with the parameter sets, which are in the head of the file already.
      if (kind == SLICE_LAYER) {
        write(bytesOf(part), frame.pts(), into);
      }
    }
  }

  private void write(MemorySegment bytes, long time, FilmTrack into) {
    int length = Math.toIntExact(bytes.byteSize());
    Ffmpeg.check(av_new_packet(packet, length), "take memory for a coded frame");
    MemorySegment.ofAddress(packet.data().address()).reinterpret(length).copyFrom(bytes);
    packet.pts(time).dts(time).duration(1);
    packet.flags(lastWasKeyFrame ? AV_PKT_FLAG_KEY : 0);
    into.write(packet);
  }

  @Override
  public void encodeInVain(AVFrame frame) {
    code(frame);
  }

  private void code(AVFrame frame) {
    if (frame.pict_type() == AV_PICTURE_TYPE_I) {
      check(method(FORCE_INTRA_FRAME, JAVA_BOOLEAN).code(encoder, true), "begin with a key frame");
    }
    picture.set(JAVA_INT, OpenH264Layout.at(OpenH264Layout.PICTURE, "iColorFormat"), PLANAR_420);
    long strides = OpenH264Layout.at(OpenH264Layout.PICTURE, "iStride");
    long planes = OpenH264Layout.at(OpenH264Layout.PICTURE, "pData");
    for (int i = 0; i < 3; i++) {
      picture.set(JAVA_INT, strides + i * JAVA_INT.byteSize(), frame.linesize(i));
      picture.set(
          ADDRESS,
          planes + i * ADDRESS.byteSize(),
          MemorySegment.ofAddress(frame.data(i).address()));
    }
    picture.set(JAVA_INT, OpenH264Layout.at(OpenH264Layout.PICTURE, "iPicWidth"), frame.width());
    picture.set(JAVA_INT, OpenH264Layout.at(OpenH264Layout.PICTURE, "iPicHeight"), frame.height());
    picture.set(
        JAVA_LONG,
        OpenH264Layout.at(OpenH264Layout.PICTURE, "uiTimeStamp"),
        1000 * frame.pts() / format.frameRate());
    check(encode.code(encoder, picture, coded), "encode frame " + frame.pts());
    int kind =
        coded.get(
            JAVA_INT, OpenH264Layout.PARTS_AT + OpenH264Layout.MOST_PARTS * library.partStep());
    lastWasKeyFrame = kind == KEY_FRAME;
    keyFrames += lastWasKeyFrame ? 1 : 0;
  }

  /** It holds nothing back. */
  @Override
  public void flush(FilmTrack into) {}

  @Override
  public long keyFrames() {
    return keyFrames;
  }

  @Override
  public boolean lastWasKeyFrame() {
    return lastWasKeyFrame;
  }

  @Override
  public void close() {
    if (ready) {
      method(UNINITIALIZE).code(encoder);
    }
    library.function("WelsDestroySVCEncoder", FunctionDescriptor.ofVoid(ADDRESS)).run(encoder);
    av_packet_free(packet);
    library.close();
  }
}
