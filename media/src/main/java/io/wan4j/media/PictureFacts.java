package io.wan4j.media;

/**
 * A still picture.
 *
 * @param format png, jpeg, webp, bmp, tiff or gif
 * @param width pixels as it is meant to be seen (EXIF orientation applied)
 * @param height pixels as it is meant to be seen
 * @param hasAlpha whether it has an alpha channel; formats whose decoded pixels always have one
 *     (WebP, palettes, BMP) count only if a pixel is not opaque
 */
public record PictureFacts(String format, int width, int height, boolean hasAlpha, long bytes)
    implements MediaFacts {}
