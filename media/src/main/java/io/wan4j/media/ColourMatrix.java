package io.wan4j.media;

import static org.bytedeco.ffmpeg.global.avutil.AVCOL_SPC_BT2020_CL;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_SPC_BT2020_NCL;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_SPC_BT709;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_SPC_FCC;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_SPC_SMPTE240M;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_SPC_UNSPECIFIED;
import static org.bytedeco.ffmpeg.global.swscale.SWS_CS_BT2020;
import static org.bytedeco.ffmpeg.global.swscale.SWS_CS_FCC;
import static org.bytedeco.ffmpeg.global.swscale.SWS_CS_ITU601;
import static org.bytedeco.ffmpeg.global.swscale.SWS_CS_ITU709;
import static org.bytedeco.ffmpeg.global.swscale.SWS_CS_SMPTE240M;
import static org.bytedeco.ffmpeg.global.swscale.sws_getCoefficients;

import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.javacpp.IntPointer;

/** The luma and chroma weights a frame was made with. */
final class ColourMatrix {
  /** Taller pictures without a tag are taken for BT.709, as players do. */
  private static final int STANDARD_DEFINITION = 576;

  private ColourMatrix() {}

  static IntPointer of(AVFrame frame) {
    int space = frame.colorspace();
    if (space == AVCOL_SPC_UNSPECIFIED) {
      boolean high = frame.height() > STANDARD_DEFINITION || frame.width() > 1024;
      return sws_getCoefficients(high ? SWS_CS_ITU709 : SWS_CS_ITU601);
    } else if (space == AVCOL_SPC_BT709) {
      return bt709();
    } else if (space == AVCOL_SPC_BT2020_NCL || space == AVCOL_SPC_BT2020_CL) {
      return sws_getCoefficients(SWS_CS_BT2020);
    } else if (space == AVCOL_SPC_SMPTE240M) {
      return sws_getCoefficients(SWS_CS_SMPTE240M);
    } else if (space == AVCOL_SPC_FCC) {
      return sws_getCoefficients(SWS_CS_FCC);
    }
    return bt601();
  }

  static IntPointer bt601() {
    return sws_getCoefficients(SWS_CS_ITU601);
  }

  static IntPointer bt709() {
    return sws_getCoefficients(SWS_CS_ITU709);
  }
}
