package io.wan4j.media;

import static java.lang.foreign.MemoryLayout.paddingLayout;
import static java.lang.foreign.MemoryLayout.sequenceLayout;
import static java.lang.foreign.MemoryLayout.structLayout;
import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_FLOAT;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemoryLayout.PathElement;
import java.lang.foreign.StructLayout;

/**
 * The structures of OpenH264's interface, as its headers {@code codec_app_def.h} and {@code
 * codec_api.h} have them from release 2.1 to 2.6, with the headers' names. Later releases only
 * added fields at the ends.
 */
final class OpenH264Layout {
  /** {@code MAX_LAYER_NUM_OF_FRAME}. */
  static final int MOST_PARTS = 128;

  /** What later releases add to the end of a structure is less than this. */
  private static final long ROOM = 64;

  private static final StructLayout SPATIAL_LAYER =
      structLayout(
          JAVA_INT.withName("iVideoWidth"),
          JAVA_INT.withName("iVideoHeight"),
          JAVA_FLOAT.withName("fFrameRate"),
          JAVA_INT.withName("iSpatialBitrate"),
          JAVA_INT.withName("iMaxSpatialBitrate"),
          JAVA_INT.withName("uiProfileIdc"),
          JAVA_INT.withName("uiLevelIdc"),
          JAVA_INT.withName("iDLayerQp"),
          sequenceLayout(38, JAVA_INT).withName("sSliceArgument"),
          JAVA_BYTE.withName("bVideoSignalTypePresent"),
          JAVA_BYTE.withName("uiVideoFormat"),
          JAVA_BYTE.withName("bFullRange"),
          JAVA_BYTE.withName("bColorDescriptionPresent"),
          JAVA_BYTE.withName("uiColorPrimaries"),
          JAVA_BYTE.withName("uiTransferCharacteristics"),
          JAVA_BYTE.withName("uiColorMatrix"),
          JAVA_BYTE.withName("bAspectRatioPresent"),
          JAVA_INT.withName("eAspectRatio"),
          JAVA_SHORT.withName("sAspectRatioExtWidth"),
          JAVA_SHORT.withName("sAspectRatioExtHeight"));

  /** {@code SEncParamExt}. */
  static final StructLayout SETTINGS =
      structLayout(
          JAVA_INT.withName("iUsageType"),
          JAVA_INT.withName("iPicWidth"),
          JAVA_INT.withName("iPicHeight"),
          JAVA_INT.withName("iTargetBitrate"),
          JAVA_INT.withName("iRCMode"),
          JAVA_FLOAT.withName("fMaxFrameRate"),
          JAVA_INT.withName("iTemporalLayerNum"),
          JAVA_INT.withName("iSpatialLayerNum"),
          SPATIAL_LAYER.withName("sSpatialLayers"),
          sequenceLayout(3, SPATIAL_LAYER).withName("otherSpatialLayers"),
          JAVA_INT.withName("iComplexityMode"),
          JAVA_INT.withName("uiIntraPeriod"),
          JAVA_INT.withName("iNumRefFrame"),
          JAVA_INT.withName("eSpsPpsIdStrategy"),
          JAVA_BYTE.withName("bPrefixNalAddingCtrl"),
          JAVA_BYTE.withName("bEnableSSEI"),
          JAVA_BYTE.withName("bSimulcastAVC"),
          paddingLayout(1),
          JAVA_INT.withName("iPaddingFlag"),
          JAVA_INT.withName("iEntropyCodingModeFlag"),
          JAVA_BYTE.withName("bEnableFrameSkip"),
          paddingLayout(3),
          JAVA_INT.withName("iMaxBitrate"),
          JAVA_INT.withName("iMaxQp"),
          JAVA_INT.withName("iMinQp"),
          JAVA_INT.withName("uiMaxNalSize"),
          JAVA_BYTE.withName("bEnableLongTermReference"),
          paddingLayout(3),
          JAVA_INT.withName("iLTRRefNum"),
          JAVA_INT.withName("iLtrMarkPeriod"),
          JAVA_SHORT.withName("iMultipleThreadIdc"),
          JAVA_BYTE.withName("bUseLoadBalancing"),
          paddingLayout(1),
          JAVA_INT.withName("iLoopFilterDisableIdc"),
          JAVA_INT.withName("iLoopFilterAlphaC0Offset"),
          JAVA_INT.withName("iLoopFilterBetaOffset"),
          JAVA_BYTE.withName("bEnableDenoise"),
          JAVA_BYTE.withName("bEnableBackgroundDetection"),
          JAVA_BYTE.withName("bEnableAdaptiveQuant"),
          JAVA_BYTE.withName("bEnableFrameCroppingFlag"),
          JAVA_BYTE.withName("bEnableSceneChangeDetect"),
          paddingLayout(3),
          paddingLayout(ROOM));

  /** {@code SSourcePicture}. */
  static final StructLayout PICTURE =
      structLayout(
          JAVA_INT.withName("iColorFormat"),
          sequenceLayout(4, JAVA_INT).withName("iStride"),
          paddingLayout(4),
          sequenceLayout(4, ADDRESS).withName("pData"),
          JAVA_INT.withName("iPicWidth"),
          JAVA_INT.withName("iPicHeight"),
          JAVA_LONG.withName("uiTimeStamp"),
          paddingLayout(ROOM));

  /** The first fields of {@code SLayerBSInfo}. */
  static final StructLayout PART =
      structLayout(
          paddingLayout(8),
          JAVA_BYTE.withName("uiLayerType"),
          paddingLayout(3),
          JAVA_INT.withName("iSubSeqId"),
          JAVA_INT.withName("iNalCount"),
          paddingLayout(4),
          ADDRESS.withName("pNalLengthInByte"),
          ADDRESS.withName("pBsBuf"));

  /** Where the parts begin in {@code SFrameBSInfo}, after their number. */
  static final long PARTS_AT = 8;

  private OpenH264Layout() {}

  /** Where a field lies. */
  static long at(StructLayout structure, String... path) {
    PathElement[] elements = new PathElement[path.length];
    for (int i = 0; i < path.length; i++) {
      elements[i] = MemoryLayout.PathElement.groupElement(path[i]);
    }
    return structure.byteOffset(elements);
  }
}
